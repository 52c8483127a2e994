package org.cairn.archive;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.cairn.shared.Setting;

/** Makes the one storage, as the installation has chosen it. */
@Singleton
class ObjectStores {

  @Produces
  @Singleton
  ObjectStore chosen() {
    String kind = Setting.of("cairn.objects.store", "file");
    return switch (kind) {
      case "file" -> new FileObjectStore(folder());
      case "azure" -> AzureObjectStore.configured();
      default -> throw new IllegalStateException("cairn.objects.store is 'file' or 'azure'");
    };
  }

  private static Path folder() {
    String data = Setting.of("jboss.server.data.dir", "data");
    return Path.of(Setting.of("cairn.objects.folder", data + "/cairn-objects"));
  }
}
