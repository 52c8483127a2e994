package org.cairn.launcher;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A OneRoster bulk export of a past school year, brought to the present one. */
final class SampleRoster {

  private static final Set<String> DATES = Set.of("startDate", "endDate", "beginDate", "birthDate");
  private static final Pattern YEARS = Pattern.compile("\\b(20\\d\\d)-(20\\d\\d)\\b");
  private static final String SESSIONS = "academicSessions.csv";

  private final Map<String, byte[]> files;

  SampleRoster(Map<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  List<WeekShift.Semester> semesters() {
    return rows(SESSIONS).stream()
        .filter(row -> row.getField("type").equals("semester"))
        .map(
            row ->
                new WeekShift.Semester(
                    LocalDate.parse(row.getField("startDate")),
                    LocalDate.parse(row.getField("endDate"))))
        .toList();
  }

  /** The zip to upload: the same bytes for the same shift. */
  byte[] zip(WeekShift shift) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : files.keySet()) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(shifted(name, shift).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private String shifted(String name, WeekShift shift) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      List<NamedCsvRecord> rows = rows(name);
      csv.writeRecord(rows.get(0).getHeader());
      for (NamedCsvRecord row : rows) {
        csv.writeRecord(
            row.getHeader().stream()
                .map(column -> shifted(name, column, row.getField(column), shift))
                .toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String shifted(String file, String column, String value, WeekShift shift) {
    if (value.isEmpty()) {
      return value;
    }
    if (DATES.contains(column)) {
      return shift.apply(LocalDate.parse(value)).toString();
    }
    if (column.equals("schoolYear")) {
      return String.valueOf(Long.parseLong(value) + shift.years());
    }
    if (file.equals(SESSIONS) && column.equals("title")) {
      return YEARS.matcher(value).replaceAll(years -> later(years, shift));
    }
    return value;
  }

  private static String later(MatchResult years, WeekShift shift) {
    return (Long.parseLong(years.group(1)) + shift.years())
        + "-"
        + (Long.parseLong(years.group(2)) + shift.years());
  }

  private List<NamedCsvRecord> rows(String name) {
    byte[] file = files.get(name);
    if (file == null) {
      throw new LaunchFailure("the sample has no " + name);
    }
    String text = new String(file, StandardCharsets.UTF_8);
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }
}
