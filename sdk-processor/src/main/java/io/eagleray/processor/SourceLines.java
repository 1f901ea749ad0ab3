package io.eagleray.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where classes and methods are written, as far as the compiler tells. */
interface SourceLines {

    /** The name of the file, without folders; empty where the compiler does not tell. */
    String file(TypeElement type);

    /** The line of a method's result type and name, below its annotations; 0 where the compiler does not tell. */
    int line(TypeElement type, ExecutableElement method);

    /** What this compiler offers: javac tells, ecj and others do not, and may run where the classes that tell are missing. */
    static SourceLines of(ProcessingEnvironment environment) {
        try {
            return new Javac(Trees.instance(environment));
        } catch (IllegalArgumentException | LinkageError notJavac) {
            return new Silent();
        }
    }

    /** A compiler that tells nothing. */
    final class Silent implements SourceLines {
        @Override
        public String file(TypeElement type) {
            return "";
        }

        @Override
        public int line(TypeElement type, ExecutableElement method) {
            return 0;
        }
    }

    /** javac. Remembers the last class, since all methods of a class are asked for, and finding one costs a walk. */
    final class Javac implements SourceLines {
        private final Trees trees;
        private final Map<String, MethodTree> methods = new HashMap<>();
        private final Set<String> overloaded = new HashSet<>();
        private @Nullable TypeElement lastType;
        private @Nullable CompilationUnitTree lastUnit;

        Javac(Trees trees) {
            this.trees = trees;
        }

        @Override
        public String file(TypeElement type) {
            CompilationUnitTree unit = unit(type);
            if (unit == null) {
                return "";
            }
            String name = unit.getSourceFile().getName();
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        }

        @Override
        public int line(TypeElement type, ExecutableElement method) {
            CompilationUnitTree unit = unit(type);
            String name = method.getSimpleName().toString();
            MethodTree tree = overloaded.contains(name) ? trees.getTree(method) : methods.get(name);
            Tree result = tree == null ? null : tree.getReturnType();
            if (unit == null || result == null) {
                return 0;
            }
            long position = trees.getSourcePositions().getStartPosition(unit, result);
            return (int) unit.getLineMap().getLineNumber(position);
        }

        private @Nullable CompilationUnitTree unit(TypeElement type) {
            if (!type.equals(lastType)) {
                lastType = type;
                lastUnit = null;
                methods.clear();
                overloaded.clear();
                TreePath path = trees.getPath(type);
                if (path != null) {
                    lastUnit = path.getCompilationUnit();
                    remember((ClassTree) path.getLeaf());
                }
            }
            return lastUnit;
        }

        private void remember(ClassTree type) {
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    String name = method.getName().toString();
                    if (methods.put(name, method) != null) {
                        overloaded.add(name);
                    }
                }
            }
        }
    }
}
