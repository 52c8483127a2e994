package org.cairn.web.caller;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.caller.TenantView;
import org.cairn.caller.Tenants;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The districts of an installation, for its operator. */
@Path("admin/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation")
public class TenantsResource {

  /** What an operator says of a district. */
  public record TenantBody(@Nullable String name) {}

  @EJB private Tenants tenants;

  @GET
  @Operation(
      operationId = "listTenants",
      summary = "The districts that are served",
      description = "Role: operator.")
  public List<TenantView> all() {
    return tenants.all();
  }

  @PUT
  @Path("{tenant}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "registerTenant",
      summary = "Register a district, or rename it",
      description =
          "Role: operator. From then on tokens with this value of the claim `tenant` are let in."
              + " Doing it again changes nothing.")
  public TenantView register(
      @PathParam("tenant") @Parameter(example = "grand-bend") String tenant, TenantBody body) {
    return tenants.register(tenant, body == null ? null : body.name());
  }
}
