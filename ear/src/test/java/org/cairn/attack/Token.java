package org.cairn.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token in the making: good as it begins, and then whatever a test makes of it. */
final class Token {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LIFE_SECONDS = 3600;

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();

  private Token() {}

  /** What the issuer would say of such a person. */
  static Token of(OwnIssuer issuer, Person person) {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> roles = new HashMap<>();
    roles.put("roles", List.copyOf(person.roles()));
    Token token = new Token();
    token.header.putAll(Map.of("alg", "RS256", "typ", "JWT", "kid", OwnIssuer.KEY));
    return token
        .claim("iss", issuer.address())
        .claim("aud", "cairn-api")
        .claim("typ", "Bearer")
        .claim("azp", "cairn-web")
        .claim("sub", person.subject())
        .claim("iat", now)
        .claim("exp", now + LIFE_SECONDS)
        .claim("realm_access", roles)
        .claim("tenant", person.tenant())
        .claim("sourced_id", person.sourcedId());
  }

  /** Sets a member of the header, or takes it out. */
  Token header(String name, Object value) {
    return put(header, name, value);
  }

  /** Sets a claim, or takes it out. */
  Token claim(String name, Object value) {
    return put(claims, name, value);
  }

  /** Signed as the issuer signs. */
  String signedBy(OwnIssuer issuer) {
    return signed(issuer.key(OwnIssuer.KEY).getPrivate());
  }

  /** Signed by that key in the way that the header names. */
  String signed(PrivateKey key) {
    return content() + "." + base64(signature(String.valueOf(header.get("alg")), key, content()));
  }

  /** With a code that whoever knows the secret can make, in the way that the header names. */
  String sealed(byte[] secret) {
    String algorithm = String.valueOf(header.get("alg")).replace("HS", "HmacSHA");
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return content() + "." + base64(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** With whatever in the place of a signature. */
  String with(String signature) {
    return content() + "." + signature;
  }

  private String content() {
    return base64(json(header)) + "." + base64(json(claims));
  }

  private static byte[] signature(String algorithm, PrivateKey key, String content) {
    try {
      Signature signature =
          switch (algorithm) {
            case "RS384" -> Signature.getInstance("SHA384withRSA");
            case "RS512" -> Signature.getInstance("SHA512withRSA");
            case "ES256" -> Signature.getInstance("SHA256withECDSAinP1363Format");
            case "PS256" -> Signature.getInstance("RSASSA-PSS");
            default -> Signature.getInstance("SHA256withRSA");
          };
      if (algorithm.equals("PS256")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Token put(Map<String, Object> members, String name, Object value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
    return this;
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] json(Map<String, Object> members) {
    try {
      return JSON.writeValueAsBytes(members);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
