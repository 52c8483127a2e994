package org.cairn.web.jobs;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.jobs.JobView;
import org.cairn.jobs.Jobs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What jobs there are and how they stand. */
@Path("admin/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobsResource {

  @EJB private Jobs jobs;

  @GET
  @Operation(
      operationId = "listJobs",
      summary = "The jobs, and how they stand",
      description =
          "When each is due, its latest run, whether its promised time was kept. A district's"
              + " administrator sees the district's jobs; an operator sees those of all districts"
              + " and of the installation. Roles: district-admin, operator.")
  public List<JobView> all() {
    return jobs.all();
  }

  @GET
  @Path("{job}")
  @Operation(
      operationId = "job",
      summary = "One job",
      description = "With the parameters that a start takes. Roles: district-admin, operator.")
  @APIResponse(responseCode = "200", description = "The job")
  @APIResponse(responseCode = "404", description = "JOB_NOT_FOUND")
  public JobView find(@PathParam("job") @Parameter(example = "ledger-reconciliation") String job) {
    return jobs.find(job);
  }
}
