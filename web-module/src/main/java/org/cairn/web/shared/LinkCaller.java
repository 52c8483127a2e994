package org.cairn.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.archive.ArchiveProblem;
import org.cairn.archive.SignedLink;
import org.cairn.archive.SignedLinks;
import org.cairn.caller.Caller;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads the caller out of a signed link, where the address is one: its reader, without a role. */
@ApplicationScoped
public class LinkCaller {

  private static final String PLACE = "/api/v1/documents/";
  private static final Pattern LINK = Pattern.compile("[\\w-]{1,200}(\\.[\\w-]{1,1500}){2}");

  @Inject private SignedLinks links;

  /**
   * The link's reader; nobody where the address is no link's.
   *
   * @throws ProblemException {@code LINK_REFUSED} where the link is not genuine or has ended, or
   *     somebody else's token comes with it; {@code NOT_AUTHENTICATED} where what comes with it is
   *     no token, which the server's check lets pass here
   */
  Optional<Caller> of(HttpServletRequest request) {
    if (!request.getRequestURI().startsWith(PLACE)) {
      return Optional.empty();
    }
    if (request.getUserPrincipal() == null && request.getHeader("Authorization") != null) {
      throw CommonProblem.NOT_AUTHENTICATED.with("Send a valid token, or none.");
    }
    Matcher text = LINK.matcher(request.getRequestURI().substring(PLACE.length()));
    if (!text.matches()) {
      throw refused();
    }
    SignedLink link = links.verify(text.group());
    @Nullable Caller bearer = TokenCaller.of(request.getUserPrincipal());
    boolean isReader =
        bearer != null
            && bearer.tenant().equals(link.tenant())
            && bearer.subject().equals(link.reader());
    if (request.getUserPrincipal() != null && !isReader) {
      throw refused();
    }
    return Optional.of(new Caller(link.tenant(), link.reader(), Set.of(), null, null));
  }

  private static ProblemException refused() {
    return ArchiveProblem.LINK_REFUSED.with("Ask for a new one where you got it.");
  }
}
