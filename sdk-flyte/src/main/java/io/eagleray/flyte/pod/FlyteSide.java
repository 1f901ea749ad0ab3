package io.eagleray.flyte.pod;

import com.google.protobuf.MessageLite;
import flyteidl.core.Literals.LiteralMap;
import io.eagleray.bundle.ClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.msgpack.core.MessagePack;

/** What a pod needs to speak with Flyte, and no application has to have. */
final class FlyteSide {
    private FlyteSide() {}

    /** This library, and what it reads and writes Flyte's messages with. */
    static List<Path> classPath() {
        return Stream.of(FlyteSide.class, LiteralMap.class, MessageLite.class, MessagePack.class)
                .map(ClassPath::origin)
                .distinct()
                .toList();
    }
}
