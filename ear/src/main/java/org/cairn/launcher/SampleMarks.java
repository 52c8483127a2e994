package org.cairn.launcher;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Remembers by how many weeks each district was shifted when it was loaded into which database. */
public final class SampleMarks {

  private final PrivateFile file;
  private final String database;
  private final Properties marks = new Properties();

  /**
   * Opens the marks of one database.
   *
   * @param database tells it from others; the embedded one has the same name on any port
   */
  public SampleMarks(Home home, String database) {
    this.file = home.privateFile("sample.properties");
    this.database = database.replaceAll("[^A-Za-z0-9]+", "-");
    try {
      marks.load(new StringReader(file.read().orElse("")));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Optional<WeekShift> of(SampleDistrict district) {
    return Optional.ofNullable(marks.getProperty(key(district)))
        .map(weeks -> new WeekShift(Long.parseLong(weeks)));
  }

  void loaded(SampleDistrict district, WeekShift shift) {
    marks.setProperty(key(district), String.valueOf(shift.weeks()));
    file.write(
        new TreeSet<>(marks.stringPropertyNames())
            .stream()
                .map(key -> key + "=" + marks.getProperty(key) + "\n")
                .collect(Collectors.joining()));
  }

  private String key(SampleDistrict district) {
    return database + "." + district.tenant();
  }
}
