package org.cairn.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.cairn.caller.Callers;
import org.cairn.caller.Tenants;
import org.cairn.shared.Setting;

/**
 * How versions of content lie in the storage, and under which addresses they are read. A version's
 * bytes have their hash as the last segment of their key, so that none ever takes another's place.
 */
@Singleton
class ContentKeeping {

  private static final String OWN_ADDRESSES = "/api/v1/content/files/";

  private final ObjectStore store;

  @Inject
  ContentKeeping(ObjectStore store) {
    this.store = store;
  }

  /** The container of content with this id; whether another one exists is nobody's business. */
  static Container container(String id) {
    return Container.ofContent(id).orElseThrow(StorageOutage::missing);
  }

  ContentObject object(ContentObjectView found) {
    String tenant = found.shared() ? Tenants.SHARED : Callers.current().tenant();
    ObjectKey key = key(tenant, container(found.container()), found.path(), found.version());
    return new ContentObject(withUrl(found), store, key);
  }

  ContentObjectView withUrl(ContentObjectView found) {
    String tenant = found.shared() ? Tenants.SHARED : Callers.current().tenant();
    Optional<String> cdn = Optional.ofNullable(Setting.orNull("cairn.objects.cdn"));
    String url =
        cdn.map(
                base ->
                    base.replaceAll("/+$", "")
                        + "/"
                        + key(tenant, container(found.container()), found.path(), found.version())
                            .text())
            .orElse(OWN_ADDRESSES + found.version() + "/" + found.container() + "/" + found.path());
    return new ContentObjectView(
        found.container(),
        found.path(),
        found.version(),
        found.size(),
        found.mediaType(),
        found.shared(),
        found.storedAt(),
        url);
  }

  /** Stores the bytes; the same bytes again are the same object. */
  void store(Container container, String path, ReceivedObject received) {
    store.put(
        key(Callers.current().tenant(), container, path, received.sha256()),
        received.mediaType(),
        received.sha256(),
        received::writeTo);
  }

  static ObjectKey key(String tenant, Container container, String path, String version) {
    return new ObjectKey(tenant, container, new ObjectPath(path + "/" + version));
  }
}
