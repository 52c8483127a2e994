/** Whether this tab had somebody logged in, so that a reload asks the issuer without a form. */
const MARK = "demo_signed_in";

/** Login at the district's issuer by authorization code with PKCE; tokens stay in memory. */
export class SignIn {
  #issuer;

  constructor(issuer) {
    this.#issuer = issuer;
  }

  /** Finishes a login that comes back from the issuer. */
  static async prepare() {
    const settings = await (await fetch("../../client-settings")).json();
    const issuer = new globalThis.Keycloak({
      oidcProvider: settings.issuer,
      clientId: settings.clientId,
    });
    await issuer.init({
      onLoad: sessionStorage.getItem(MARK) === null ? undefined : "check-sso",
      pkceMethod: "S256",
      checkLoginIframe: false,
      redirectUri: SignIn.#here(),
    });
    if (issuer.authenticated) {
      sessionStorage.setItem(MARK, "yes");
    } else {
      sessionStorage.removeItem(MARK);
    }
    return new SignIn(issuer);
  }

  get userId() {
    return this.#issuer.authenticated ? this.#issuer.subject : null;
  }

  begin() {
    return this.#issuer.login({ redirectUri: SignIn.#here() });
  }

  end() {
    sessionStorage.removeItem(MARK);
    return this.#issuer.logout({ redirectUri: SignIn.#here() });
  }

  async accessToken(refresh) {
    await this.#issuer.updateToken(refresh ? -1 : 30);
    return this.#issuer.token;
  }

  static #here() {
    return new URL(".", import.meta.url).href;
  }
}
