package io.eagleray.wire;

import io.eagleray.call.Catalog;
import io.eagleray.call.CatalogFunction;
import io.eagleray.call.CatalogFunction.Kind;
import io.eagleray.call.Parameter;
import io.eagleray.call.TaskCall;
import io.eagleray.call.ValueType;
import io.eagleray.client.ConfigurationException;
import io.eagleray.client.ValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls as bytes: the catalog's class name, the function's kind and name, and the arguments by their types. */
public final class Calls {
    private static final int FORMAT = 1;
    private static final int TASK = 0;
    private static final int REMOTE = 1;

    private Calls() {}

    /**
     * A call, as it is here.
     *
     * @param function the function
     * @param arguments its arguments, boxed, in order
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record DecodedCall(
            CatalogFunction function, @Nullable Object[] arguments) {}

    /**
     * Encodes a call of a task within the {@linkplain Limits#DEFAULT default limits}.
     *
     * @param call the call
     * @return the bytes
     * @throws ValueException when an argument does not fit its type or exceeds a limit; it names the place
     */
    public static byte[] encode(TaskCall<?> call) {
        return encode(call.task().function(), call.arguments().toArray());
    }

    /**
     * Encodes a call of any function within the {@linkplain Limits#DEFAULT default limits}.
     *
     * @param function the function
     * @param arguments its arguments, boxed, in order
     * @return the bytes
     * @throws ValueException when an argument does not fit its type or exceeds a limit; it names the place
     */
    public static byte[] encode(CatalogFunction function, @Nullable Object[] arguments) {
        Limits limits = Limits.inForce();
        return Guard.write(function.toString(), limits, () -> {
            List<Codec> codecs = codecs(function);
            if (arguments.length != codecs.size()) {
                throw new Mismatch("takes " + codecs.size() + " arguments, given " + arguments.length);
            }
            ByteWriter out = new ByteWriter(limits);
            out.raw(FORMAT);
            out.text(function.catalog().getClass().getName());
            out.raw(function.kind() == Kind.TASK ? TASK : REMOTE);
            out.text(function.name());
            byte[] definition = definition(function, codecs);
            out.array(definition, definition.length, 1);
            out.bits(arguments);
            for (int i = 0; i < arguments.length; i++) {
                write(out, codecs.get(i), arguments[i], function.parameters().get(i));
            }
            return out.toByteArray();
        });
    }

    private static void write(ByteWriter out, Codec codec, @Nullable Object argument, Parameter parameter) {
        try {
            if (argument == null) {
                codec.checkNull();
            } else {
                codec.write(out, argument);
            }
        } catch (Mismatch mismatch) {
            throw mismatch.at("(" + parameter.name() + ")");
        }
    }

    /**
     * Decodes a call within the {@linkplain Limits#DEFAULT default limits}, and finds its function here. Nothing but a
     * generated catalog is loaded for it.
     *
     * @param bytes what {@link #encode} gave
     * @param loader the class loader of the application
     * @return the call
     * @throws ValueException when the bytes are no call, or the function's parameters differ here
     * @throws ConfigurationException when the catalog or the function is not here
     */
    public static DecodedCall decode(byte[] bytes, ClassLoader loader) {
        Limits limits = Limits.inForce();
        return Guard.read("call", limits, () -> {
            ByteReader in = new ByteReader(bytes, limits);
            int format = in.raw();
            if (format != FORMAT) {
                throw in.damaged("they begin with " + format + "; this Eagleray reads form " + FORMAT);
            }
            String catalogName = in.text();
            Kind kind = kind(in);
            String name = in.text();
            CatalogFunction function = find(catalog(catalogName, loader), kind, name);
            @Nullable Object[] arguments = arguments(in, function);
            in.end();
            return new DecodedCall(function, arguments);
        });
    }

    private static Kind kind(ByteReader in) {
        int kind = in.raw();
        if (kind > REMOTE) {
            throw in.damaged("there is no function of kind " + kind);
        }
        return kind == TASK ? Kind.TASK : Kind.REMOTE;
    }

    private static CatalogFunction find(Catalog catalog, Kind kind, String name) {
        Optional<CatalogFunction> function = catalog.find(kind, name);
        return function.orElseThrow(() -> new ConfigurationException("there is no "
                + (kind == Kind.TASK ? "task " : "remote function ") + Quoted.of(name) + " in class "
                + catalog.className()
                + " here: the code that made the call is another version; run the same one on both sides"));
    }

    private static @Nullable Object[] arguments(ByteReader in, CatalogFunction function) {
        List<Codec> codecs = codecs(function);
        byte[] given = (byte[]) in.array(io.eagleray.wire.Kind.BYTES, 1);
        if (!Arrays.equals(given, definition(function, codecs))) {
            throw new Mismatch("the parameters of " + function + " are "
                    + function.parameters().stream().map(Parameter::name).toList()
                    + " here and differ in name or type where the call was made: run the same version of the code on both "
                    + "sides");
        }
        int bits = in.bits(codecs.size());
        @Nullable Object[] arguments = new @Nullable Object[codecs.size()];
        for (int i = 0; i < arguments.length; i++) {
            try {
                if (in.bit(bits, i)) {
                    codecs.get(i).checkNull();
                } else {
                    arguments[i] = codecs.get(i).read(in);
                }
            } catch (Mismatch mismatch) {
                throw mismatch.at("(" + function.parameters().get(i).name() + ")");
            }
        }
        return arguments;
    }

    private static List<Codec> codecs(CatalogFunction function) {
        List<Codec> codecs = new ArrayList<>();
        for (Parameter parameter : function.parameters()) {
            ValueType type = parameter.type();
            try {
                codecs.add(Codecs.of(type));
            } catch (Mismatch mismatch) {
                throw mismatch.at("(" + parameter.name() + ")");
            }
        }
        return codecs;
    }

    private static byte[] definition(CatalogFunction function, List<Codec> codecs) {
        List<Shape.Part> parts = new ArrayList<>();
        for (int i = 0; i < codecs.size(); i++) {
            parts.add(new Shape.Part(
                    function.parameters().get(i).name(), codecs.get(i).layout()));
        }
        return Shape.define(parts);
    }

    /**
     * Loads a generated catalog. The class is not initialized before it is known to be one.
     *
     * @param catalogClassName the binary name of the catalog
     * @param loader the class loader of the application
     * @return the catalog
     * @throws ConfigurationException when it is not here, is no catalog, or cannot be loaded by this Java
     */
    public static Catalog catalog(String catalogClassName, ClassLoader loader) {
        return Catalogs.load(catalogClassName, loader);
    }
}
