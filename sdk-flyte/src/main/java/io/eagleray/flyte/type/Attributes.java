package io.eagleray.flyte.type;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.WireFormat;
import flyteidl.core.Types.LiteralType;
import flyteidl.core.Types.TypeStructure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * The types of a record's components, by which Flyte's compiler checks {@code result.x} in a Python workflow. They are a
 * field of TypeStructure that is younger than the classes of its messages for Java, so it is written as an unknown one.
 */
final class Attributes {
    /** {@code map<string, LiteralType> dataclass_type = 2}. */
    private static final int DATACLASS_TYPE = 2;

    private static final int KEY = 1;
    private static final int VALUE = 2;

    private Attributes() {}

    static TypeStructure of(Map<String, LiteralType> types) {
        UnknownFieldSet.Field.Builder entries = UnknownFieldSet.Field.newBuilder();
        types.forEach((name, type) -> entries.addLengthDelimited(entry(name, type)));
        UnknownFieldSet.Builder fields = UnknownFieldSet.newBuilder();
        if (!types.isEmpty()) {
            fields.addField(DATACLASS_TYPE, entries.build());
        }
        return TypeStructure.newBuilder().setUnknownFields(fields.build()).build();
    }

    private static ByteString entry(String name, LiteralType type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeString(KEY, name);
            out.writeTag(VALUE, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeMessageNoTag(type);
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("it writes to memory", e);
        }
        return ByteString.copyFrom(bytes.toByteArray());
    }
}
