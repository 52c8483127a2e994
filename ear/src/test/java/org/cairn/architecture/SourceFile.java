package org.cairn.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A source file, measured.
 *
 * @param name where it stands in the project
 * @param lines of the whole file
 * @param typeLines of its top-level type alone, from its annotations to its last brace
 * @param bodies the lines of each method's body, braces included, by method
 */
record SourceFile(String name, int lines, int typeLines, Map<String, Integer> bodies) {

  static List<SourceFile> read(List<Path> paths) {
    return parse(
        paths.stream()
            .map(path -> source(Project.file("").relativize(path).toString(), Project.read(path)))
            .toList());
  }

  static SourceFile of(String name, String text) {
    return parse(List.of(source(name, text))).get(0);
  }

  private static SimpleJavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(URI.create("string:/" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public String getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static List<SourceFile> parse(List<SimpleJavaFileObject> sources) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, sources);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    try {
      List<SourceFile> parsed = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        parsed.add(measure(unit, positions));
      }
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile measure(CompilationUnitTree unit, SourcePositions positions)
      throws IOException {
    return new SourceFile(
        unit.getSourceFile().toUri().getPath().substring(1),
        (int) unit.getSourceFile().getCharContent(true).toString().lines().count(),
        unit.getTypeDecls().stream().mapToInt(t -> lines(unit, positions, t)).max().orElse(0),
        bodies(unit, positions));
  }

  private static Map<String, Integer> bodies(CompilationUnitTree unit, SourcePositions positions) {
    Map<String, Integer> bodies = new TreeMap<>();
    new TreeScanner<Void, Map<String, Integer>>() {
      @Override
      public Void visitMethod(MethodTree method, Map<String, Integer> found) {
        if (method.getBody() != null) {
          int lines = lines(unit, positions, method.getBody());
          found.merge(method.getName().toString(), lines, Math::max);
        }
        return super.visitMethod(method, found);
      }
    }.scan(unit, bodies);
    return bodies;
  }

  private static int lines(CompilationUnitTree unit, SourcePositions positions, Tree tree) {
    long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
    return (int) (last - first + 1);
  }
}
