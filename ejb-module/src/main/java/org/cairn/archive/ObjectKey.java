package org.cairn.archive;

import org.cairn.caller.Callers;

/** An object's place in the whole storage: {@code {tenant}/{container}/{path}}. */
record ObjectKey(String tenant, Container container, ObjectPath path) {

  /** Of the present caller's tenant. */
  static ObjectKey own(Container container, ObjectPath path) {
    return new ObjectKey(Callers.current().tenant(), container, path);
  }

  String text() {
    return folder(tenant, container) + path.text();
  }

  /** Where all keys of a tenant's container begin. */
  static String folder(String tenant, Container container) {
    return tenant + "/" + container.id() + "/";
  }
}
