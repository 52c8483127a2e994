package org.cairn.web.shared;

import io.undertow.server.HandlerWrapper;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Puts {@link Lanes} before everything else of the application, the token check included: what is
 * slow or too much must cost no thread, whoever sends it.
 */
public class FrontDoor implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    HandlerWrapper lanes =
        application -> new ShortAddress(new Lanes(application, Lanes.Sizes.STANDARD));
    deployment.addInitialHandlerChainWrapper(lanes);
  }
}
