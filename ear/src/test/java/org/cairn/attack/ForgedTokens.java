package org.cairn.attack;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every token that must not be taken, by what is wrong with it. Each is good but for that: the same
 * without the fault is taken.
 */
final class ForgedTokens {

  private static final long NOW = System.currentTimeMillis() / 1000;

  private final OwnIssuer issuer;
  private final OwnIssuer attacker;
  private final KeyPair foreign = Keys.rsa();
  private final Map<String, String> tokens = new LinkedHashMap<>();

  private ForgedTokens(OwnIssuer issuer, OwnIssuer attacker) {
    this.issuer = issuer;
    this.attacker = attacker;
  }

  /**
   * All of them.
   *
   * @param attacker publishes keys of its own, and must never be asked for them
   */
  static Map<String, String> all(OwnIssuer issuer, OwnIssuer attacker) {
    ForgedTokens forged = new ForgedTokens(issuer, attacker);
    forged.claims();
    forged.kinds();
    forged.unsigned();
    forged.sealedWithWhatIsPublic();
    forged.foreignKeys();
    forged.keyTricks();
    forged.altered();
    forged.broken();
    return forged.tokens;
  }

  /** One of each way that a check could be forgotten: for every operation. */
  static Map<String, String> few(OwnIssuer issuer, OwnIssuer attacker) {
    Map<String, String> few = new LinkedHashMap<>(all(issuer, attacker));
    few.keySet()
        .retainAll(
            List.of(
                "expired",
                "of another issuer",
                "for another audience",
                "an ID token",
                "alg none",
                "sealed with the key as PEM",
                "of a foreign key",
                "tenant altered"));
    return few;
  }

  private void claims() {
    signed("expired", t -> t.claim("exp", NOW - 1));
    signed("expired long ago", t -> t.claim("exp", 1));
    signed("without an end", t -> t.claim("exp", null));
    signed("with an end in words", t -> t.claim("exp", "never"));
    signed("not yet valid", t -> t.claim("nbf", NOW + 3000));
    signed("of another issuer", t -> t.claim("iss", "http://localhost:1/realms/own"));
    signed("of an issuer with a slash", t -> t.claim("iss", issuer.address() + "/"));
    signed("of a foreign realm", t -> t.claim("iss", issuer.address() + "2"));
    signed("of no issuer", t -> t.claim("iss", null));
    signed("for another audience", t -> t.claim("aud", "cairn-web"));
    signed("for other audiences", t -> t.claim("aud", List.of("account", "cairn-web")));
    signed("for a like audience", t -> t.claim("aud", "CAIRN-API"));
    signed("for no audience", t -> t.claim("aud", null));
    signed("for an empty audience", t -> t.claim("aud", List.of()));
    signed("of nobody", t -> t.claim("sub", null));
  }

  private void kinds() {
    signed("an ID token", t -> t.claim("typ", "ID"));
    signed("a refresh token", t -> t.claim("typ", "Refresh"));
    signed("an offline token", t -> t.claim("typ", "Offline"));
    signed("a logout token", t -> t.claim("typ", "Logout"));
    signed("of no kind", t -> t.claim("typ", null));
    signed("of kind bearer", t -> t.claim("typ", "bearer"));
    signed("of two kinds", t -> t.claim("typ", List.of("Bearer")));
  }

  private void unsigned() {
    for (String none : List.of("none", "None", "NONE", "nOnE", "", " none", "null", "none ")) {
      Token token = good().header("alg", none);
      tokens.put("alg " + none, token.with(""));
      tokens.put("alg " + none + " without kid", token.header("kid", null).with(""));
      tokens.put("alg " + none + " with a signature", token.with(lastPart(genuine())));
    }
    tokens.put("without alg", good().header("alg", null).with(""));
    tokens.put("without alg, signed", good().header("alg", null).signedBy(issuer));
    tokens.put("signed without kid", good().header("kid", null).signedBy(issuer));
    tokens.put("without a signature", good().with(""));
  }

  /** The public key taken for the secret of a message authentication code. */
  private void sealedWithWhatIsPublic() {
    KeyPair key = issuer.key(OwnIssuer.KEY);
    byte[] pem = Keys.pem(key).getBytes(StandardCharsets.US_ASCII);
    for (String algorithm : List.of("HS256", "HS384", "HS512")) {
      String suffix = algorithm.equals("HS256") ? "" : ", " + algorithm;
      Token token = good().header("alg", algorithm);
      tokens.put("sealed with the key as PEM" + suffix, token.sealed(pem));
      tokens.put("sealed with the key as DER" + suffix, token.sealed(key.getPublic().getEncoded()));
      tokens.put("sealed with the modulus" + suffix, token.sealed(Keys.modulus(key)));
      tokens.put("sealed with a zero" + suffix, token.sealed(new byte[] {0}));
      Token nameless = token.header("kid", null);
      tokens.put("sealed without kid" + suffix, nameless.sealed(pem));
      tokens.put("sealed without kid with a zero" + suffix, nameless.sealed(new byte[] {0}));
    }
  }

  private void foreignKeys() {
    tokens.put("of a foreign key", good().signed(foreign.getPrivate()));
    for (String algorithm : List.of("RS384", "RS512", "PS256")) {
      Token token = good().header("alg", algorithm);
      tokens.put(algorithm + " of a foreign key", token.signed(foreign.getPrivate()));
      tokens.put(algorithm + " of the issuer's key", token.signedBy(issuer));
    }
    tokens.put("ES256", good().header("alg", "ES256").signed(Keys.ec().getPrivate()));
    tokens.put("ES256 of zeros", good().header("alg", "ES256").with(Token.base64(new byte[64])));
    tokens.put("RS256 of zeros", good().with(Token.base64(new byte[256])));
  }

  private void keyTricks() {
    Map<String, String> own = Keys.jwk("attacker", foreign);
    String at = attacker.address() + "/certs";
    attacker.publish("attacker", foreign);
    String certificate = Base64.getEncoder().encodeToString(foreign.getPublic().getEncoded());
    foreign("jwk", t -> t.header("jwk", own));
    foreign("jwk without kid", t -> t.header("jwk", own).header("kid", null));
    foreign("jku", t -> t.header("jku", at));
    foreign("jku and its kid", t -> t.header("jku", at).header("kid", "attacker"));
    foreign("x5u", t -> t.header("x5u", at));
    foreign("x5c", t -> t.header("x5c", List.of(certificate)));
    foreign("x5c without kid", t -> t.header("x5c", List.of(certificate)).header("kid", null));
    foreign("issuer of its own", t -> t.claim("iss", attacker.address()).header("kid", "attacker"));
    foreign("critical", t -> t.header("crit", List.of("b64")).header("b64", false));
    for (String kid :
        List.of(
            "",
            "unknown",
            "../../../../dev/null",
            "/dev/null",
            "' or '1'='1",
            "own-1' union select 'x",
            at,
            "file:///etc/passwd",
            "own-1\u0000",
            "%00",
            "${jndi:ldap://localhost/a}",
            "x".repeat(3000))) {
      foreign("kid " + kid.substring(0, Math.min(30, kid.length())), t -> t.header("kid", kid));
      tokens.put(
          "empty secret by kid " + kid.substring(0, Math.min(30, kid.length())),
          good().header("alg", "HS256").header("kid", kid).sealed(new byte[] {0}));
    }
    foreign("kid of a number", t -> t.header("kid", 1));
    foreign("kid of a list", t -> t.header("kid", List.of("own-1")));
  }

  /** Other words over the signature of true ones. */
  private void altered() {
    alter("tenant altered", t -> t.claim("tenant", World.SOUTH));
    alter("roles altered", t -> t.claim("realm_access", Map.of("roles", Person.ALL_ROLES)));
    alter("subject altered", t -> t.claim("sub", "somebody"));
    alter("person altered", t -> t.claim("sourced_id", "north-principal"));
    alter("end altered", t -> t.claim("exp", NOW + 99_999));
    alter("header altered", t -> t.header("typ", "at+jwt"));
  }

  private void broken() {
    String genuine = genuine();
    String[] parts = genuine.split("\\.", -1);
    tokens.put("nothing", "");
    tokens.put("a dot", ".");
    tokens.put("dots", "..");
    tokens.put("many dots", "....");
    tokens.put("words", "let me in");
    tokens.put("truncated", genuine.substring(0, genuine.length() - 10));
    tokens.put("halved", genuine.substring(0, genuine.length() / 2));
    tokens.put("two parts", parts[0] + "." + parts[1]);
    tokens.put("doubled dots", genuine.replace(".", ".."));
    tokens.put("a fourth part", genuine + ".");
    tokens.put("five parts", genuine + ".a.b");
    tokens.put("twice", genuine + genuine);
    tokens.put("with its own tail", genuine + "A");
    tokens.put("very long", parts[0] + "." + parts[1] + "." + "A".repeat(5000));
    tokens.put("no JSON", Token.base64(new byte[] {1, 2}) + "." + parts[1] + "." + parts[2]);
    tokens.put("no base64", "*." + parts[1] + "." + parts[2]);
    tokens.put("padded", parts[0] + "=." + parts[1] + "=." + parts[2] + "=x");
    tokens.put("beyond ASCII", "\u00e9\u00fc" + genuine);
    tokens.put("claims of a list", parts[0] + "." + base64("[]") + "." + parts[2]);
    tokens.put("claims of null", parts[0] + "." + base64("null") + "." + parts[2]);
    tokens.put("header of null", base64("null") + "." + parts[1] + "." + parts[2]);
  }

  private void signed(String fault, UnaryOperator<Token> change) {
    tokens.put(fault, change.apply(good()).signedBy(issuer));
  }

  private void foreign(String fault, UnaryOperator<Token> change) {
    tokens.put("trick: " + fault, change.apply(good()).signed(foreign.getPrivate()));
  }

  private void alter(String fault, UnaryOperator<Token> change) {
    tokens.put(fault, change.apply(good()).with(lastPart(genuine())));
  }

  private Token good() {
    return Token.of(issuer, People.of(World.NORTH, "admin"));
  }

  private String genuine() {
    return good().signedBy(issuer);
  }

  private static String lastPart(String token) {
    return new ArrayList<>(List.of(token.split("\\.", -1))).get(2);
  }

  private static String base64(String text) {
    return Token.base64(text.getBytes(StandardCharsets.UTF_8));
  }
}
