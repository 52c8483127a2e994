package org.cairn.batch.analytics;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.io.Serializable;
import org.cairn.analytics.AnalyticsClosing;
import org.cairn.batch.jobs.TenantReader;
import org.jspecify.annotations.Nullable;

/** Asks for the next thing to do; how far it is, the database says, and no checkpoint. */
@Named
@Dependent
public class ClosingReader extends TenantReader {

  @EJB private AnalyticsClosing closing;

  @Override
  public void open(@Nullable Serializable checkpoint) {
    expect(ask(closing::total));
  }

  @Override
  public @Nullable Object readItem() {
    return ask(() -> closing.next().orElse(null));
  }
}
