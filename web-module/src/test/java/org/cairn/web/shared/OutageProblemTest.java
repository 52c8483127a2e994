package org.cairn.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import org.cairn.shared.CommonProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageProblemTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53100", "53300", "57P01", "55P03", "57014", "40001", "40P01"})
  void whatTheDatabaseCannotDoNowIsTriedAgainLater(String state) {
    ProblemDocument answer =
        Problems.of(new EJBException(new RuntimeException(new SQLException("x", state))));
    assertEquals(503, answer.status());
    assertEquals("TRY_AGAIN_LATER", answer.code());
  }

  @Test
  void aStatementThatIsWrongIsAnInternalError() {
    assertEquals(500, Problems.of(new RuntimeException(new SQLException("x", "42P01"))).status());
  }

  @Test
  void aProblemStaysWhatItIsWhateverItWasRaisedIn() {
    assertEquals(
        404, Problems.of(new RuntimeException(CommonProblem.NOT_FOUND.with("x"))).status());
  }
}
