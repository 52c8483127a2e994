package org.cairn.system;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the EAR that ships, over HTTP; {@link SharedDeployment} deploys it once for all. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public abstract class SystemTest {

  @Deployment(testable = false)
  static EnterpriseArchive cairn() {
    return ShrinkWrap.createFromZipFile(
        EnterpriseArchive.class, new File(System.getProperty("cairn.ear")));
  }

  /** The server under test. */
  protected static RunningCairn server() {
    return RunningCairn.get();
  }
}
