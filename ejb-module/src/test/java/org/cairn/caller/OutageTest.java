package org.cairn.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.resource.ResourceException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08000", "08001", "08003", "08006", "53000", "53100", "53200", "53300", "57P01", "57P02",
        "57P03", "58030", "25006"
      })
  void aDatabaseThatServesNobodyIsUnreachable(String state) {
    assertEquals(Outage.UNREACHABLE, Outage.causeOf(new SQLException("x", state)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"55P03", "57014", "40001", "40P01", "25P03", "25P04"})
  void aLockHeldTooLongIsContention(String state) {
    assertEquals(Outage.CONTENDED, Outage.causeOf(new SQLException("x", state)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "42P01", "XX000", "25001", "55000"})
  void anErrorOfOursIsNoOutage(String state) {
    assertNull(Outage.causeOf(new SQLException("x", state)));
  }

  @Test
  void anExceptionWithoutStateIsNoOutage() {
    assertNull(Outage.causeOf(new SQLException("x")));
    assertNull(Outage.causeOf(new IllegalStateException(new RuntimeException())));
  }

  @Test
  void anExhaustedPoolIsUnreachable() {
    SQLException wrapped = new SQLException(new ResourceException("IJ000453"));
    assertEquals(Outage.UNREACHABLE, Outage.causeOf(new RuntimeException(wrapped)));
  }

  @Test
  void itIsFoundHoweverDeepItLies() {
    SQLException broken = new SQLException("x", "08006");
    IllegalStateException rollback = new IllegalStateException("rolled back");
    rollback.addSuppressed(new RuntimeException(broken));
    assertEquals(Outage.UNREACHABLE, Outage.causeOf(new RuntimeException(rollback)));
    BatchUpdateException batch = new BatchUpdateException();
    batch.setNextException(broken);
    assertEquals(Outage.UNREACHABLE, Outage.causeOf(batch));
  }

  @Test
  void causesThatGoInACircleEnd() {
    RuntimeException one = new RuntimeException();
    RuntimeException other = new RuntimeException(one);
    one.initCause(other);
    assertNull(Outage.causeOf(one));
  }
}
