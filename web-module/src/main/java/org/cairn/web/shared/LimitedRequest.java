package org.cairn.web.shared;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.cairn.shared.CommonProblem;

/** A request whose body ends in a problem when it is longer than it may be. */
final class LimitedRequest extends HttpServletRequestWrapper {

  private final long limit;

  LimitedRequest(HttpServletRequest request, long limit) {
    super(request);
    this.limit = limit;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new LimitedBody(super.getInputStream(), limit);
  }

  @FunctionalInterface
  private interface Reading {
    int read() throws IOException;
  }

  private static final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private long left;

    LimitedBody(ServletInputStream body, long limit) {
      this.body = body;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int read = arrived(body::read);
      if (read >= 0) {
        count(1);
      }
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = arrived(() -> body.read(into, offset, length));
      if (read > 0) {
        count(read);
      }
      return read;
    }

    /** A body that breaks off is the sender's problem, and no more. */
    private static int arrived(Reading reading) throws IOException {
      try {
        return reading.read();
      } catch (IOException e) {
        throw CommonProblem.INVALID_REQUEST.with("The body broke off, or came too slowly.");
      }
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw CommonProblem.BODY_TOO_LARGE.with("Nothing was changed. Send less at a time.");
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
