package io.eagleray.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Names of classes, as the compiler knows them. */
final class ClassIds {
    private ClassIds() {}

    static ClassId of(TypeElement type) {
        List<TypeElement> classes = fromOutermost(type);
        String packageName = classes.get(0).getEnclosingElement() instanceof PackageElement element
                ? element.getQualifiedName().toString()
                : "";
        return new ClassId(
                packageName,
                classes.stream().map(each -> each.getSimpleName().toString()).toList());
    }

    /** The classes around a class, and itself. */
    static List<TypeElement> fromOutermost(TypeElement type) {
        List<TypeElement> classes = new ArrayList<>();
        if (type.getEnclosingElement() instanceof TypeElement outer) {
            classes.addAll(fromOutermost(outer));
        }
        classes.add(type);
        return classes;
    }
}
