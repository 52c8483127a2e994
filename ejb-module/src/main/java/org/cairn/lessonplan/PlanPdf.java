package org.cairn.lessonplan;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Makes a tagged PDF (PDF/UA-1) of a page, with the fonts in it. Opens no address. */
final class PlanPdf {

  private static final int REGULAR_WEIGHT = 400;
  private static final int BOLD_WEIGHT = 700;
  private static final byte[] REGULAR = font("DejaVuSans.ttf");
  private static final byte[] BOLD = font("DejaVuSans-Bold.ttf");

  static {
    // It tells each step by a handler of its own, past the server's log.
    XRLog.setLoggingEnabled(false);
  }

  private PlanPdf() {}

  /** What the renderer could not make a document of: a page of ours, or a fault of its own. */
  static final class Unprintable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unprintable(RuntimeException cause) {
      super(cause);
    }
  }

  /**
   * The document.
   *
   * @throws Unprintable where the page cannot be rendered
   */
  static byte[] of(String xhtml) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    builder.useExternalResourceAccessControl(
        (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    builder.useFont(of(REGULAR), Sheets.FONT, REGULAR_WEIGHT, FontStyle.NORMAL, true);
    builder.useFont(of(BOLD), Sheets.FONT, BOLD_WEIGHT, FontStyle.NORMAL, true);
    builder.withHtmlContent(xhtml, null);
    builder.withProducer("Cairn");
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new Unprintable(e);
    }
    return pdf.toByteArray();
  }

  private static FSSupplier<InputStream> of(byte[] font) {
    return () -> new ByteArrayInputStream(font);
  }

  private static byte[] font(String name) {
    try (InputStream font = PlanPdf.class.getResourceAsStream(name)) {
      if (font == null) {
        throw new IllegalStateException("The font " + name + " is missing");
      }
      return font.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
