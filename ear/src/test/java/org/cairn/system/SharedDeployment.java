package org.cairn.system;

import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Lets every test class use the deployment of the first: they all deploy the same EAR. */
public final class SharedDeployment implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Keeper.class);
  }

  /** Passes the first deployment on, and no undeployment: the server ends after the last class. */
  public static final class Keeper {

    private static boolean deployed;

    public void deployOnce(@Observes EventContext<DeployManagedDeployments> event) {
      if (!deployed) {
        event.proceed();
        deployed = true;
      }
    }

    public void keep(@Observes EventContext<UnDeployManagedDeployments> event) {
      // Going on is what would undeploy.
    }
  }
}
