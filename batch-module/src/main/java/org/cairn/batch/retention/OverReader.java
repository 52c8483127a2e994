package org.cairn.batch.retention;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.KeysetReader;
import org.cairn.retention.Category;
import org.cairn.retention.Retention;
import org.jspecify.annotations.Nullable;

/** Reads a category's rows that are over. */
@Named
@Dependent
public class OverReader extends KeysetReader<String> {

  @Inject @BatchProperty private String category;
  @EJB private Retention retention;

  @Override
  protected long total() {
    return retention.total(Category.valueOf(category));
  }

  @Override
  protected List<String> page(@Nullable String after, int limit) {
    return retention.page(Category.valueOf(category), after, limit);
  }

  @Override
  protected String key(String row) {
    return row;
  }
}
