package org.cairn.batch.retention;

import jakarta.batch.api.BatchProperty;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.cairn.batch.jobs.TenantWriter;
import org.cairn.retention.Category;
import org.cairn.retention.Retention;

/** Removes them. */
@Named
@Dependent
public class OverRemoval extends TenantWriter<String> {

  @Inject @BatchProperty private String category;
  @EJB private Retention retention;

  @Override
  protected void write(List<String> rows) {
    retention.remove(Category.valueOf(category), rows);
  }
}
