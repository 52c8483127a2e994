package org.cairn.batch.archive;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.archive.ObjectCleanup;
import org.cairn.batch.jobs.KeysetReader;
import org.jspecify.annotations.Nullable;

/** Reads the versions that the storage has. */
@Named
@Dependent
public class StoredVersionReader extends KeysetReader<String> {

  @EJB private ObjectCleanup cleanup;

  @Override
  protected long total() {
    return cleanup.total();
  }

  @Override
  protected List<String> page(@Nullable String after, int limit) {
    return cleanup.page(after, limit);
  }

  @Override
  protected String key(String version) {
    return version;
  }
}
