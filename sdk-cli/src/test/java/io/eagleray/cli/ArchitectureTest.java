package io.eagleray.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;

/** The arrows between the packages, as the design draws them. */
@AnalyzeClasses(
        packages = "io.eagleray",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OwnHouse.class})
class ArchitectureTest {
    private static final Set<String> WORD_NAMES = Set.of(
            "Outcome", "State", "RemoteError", "LogLine", "LogSink", "Progress", "ProgressSink", "ExecutionSummary");

    /** The ground floor of {@code io.eagleray.client}: what every package may say. */
    private static final DescribedPredicate<JavaClass> WORDS =
            describe("words of io.eagleray.client", ArchitectureTest::isWord);

    private static final DescribedPredicate<JavaClass> CLIENT =
            resideInAPackage("io.eagleray.client").and(not(WORDS)).as("client");

    @ArchTest
    static final ArchRule arrows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("words")
            .definedBy(WORDS)
            .layer("spec")
            .definedBy("io.eagleray.spec")
            .layer("call")
            .definedBy("io.eagleray.call")
            .layer("wire")
            .definedBy("io.eagleray.wire")
            .layer("storage")
            .definedBy("io.eagleray.storage")
            .layer("s3")
            .definedBy("io.eagleray.s3")
            .layer("parallel")
            .definedBy("io.eagleray.parallel")
            .layer("driver")
            .definedBy("io.eagleray.driver..")
            .layer("bundle")
            .definedBy("io.eagleray.bundle")
            .layer("backend")
            .definedBy("io.eagleray.backend..")
            .layer("kuberay")
            .definedBy("io.eagleray.kuberay")
            .layer("flyte")
            .definedBy("io.eagleray.flyte..")
            .layer("client")
            .definedBy(CLIENT)
            .layer("cli")
            .definedBy("io.eagleray.cli")
            .whereLayer("words")
            .mayNotAccessAnyLayer()
            .whereLayer("spec")
            .mayNotAccessAnyLayer()
            .whereLayer("call")
            .mayOnlyAccessLayers("words", "spec")
            .whereLayer("wire")
            .mayOnlyAccessLayers("words", "spec", "call")
            .whereLayer("storage")
            .mayOnlyAccessLayers("words")
            .whereLayer("s3")
            .mayOnlyAccessLayers("words", "storage")
            .whereLayer("s3")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("parallel")
            .mayOnlyAccessLayers("words", "spec", "call", "wire")
            .whereLayer("driver")
            .mayOnlyAccessLayers("words", "spec", "call", "wire", "parallel", "bundle", "storage")
            .whereLayer("bundle")
            .mayOnlyAccessLayers("words", "spec", "call", "wire", "parallel")
            .whereLayer("backend")
            .mayOnlyAccessLayers("words", "spec", "call", "wire", "parallel", "driver", "bundle", "storage")
            .whereLayer("kuberay")
            .mayOnlyAccessLayers("words", "spec", "call", "wire", "parallel", "driver", "bundle", "backend")
            .whereLayer("kuberay")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("flyte")
            .mayOnlyAccessLayers("words", "spec", "call", "wire", "parallel", "driver", "bundle", "backend", "storage")
            .whereLayer("flyte")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("client")
            .mayOnlyAccessLayers("words", "spec", "call", "wire", "parallel", "driver", "bundle", "backend");

    @ArchTest
    static final ArchRule cycles =
            slices().matching("io.eagleray.(**)").should().beFreeOfCycles().ignoreDependency(alwaysTrue(), WORDS);

    @ArchTest
    static final ArchRule backends = slices().matching("io.eagleray.backend.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    resideInAPackage("io.eagleray.backend.local.."), resideInAPackage("io.eagleray.backend.ray.."));

    @ArchTest
    static final ArchRule jackson = noClasses()
            .that()
            .resideInAPackage("io.eagleray..")
            .and()
            .resideOutsideOfPackages("io.eagleray.wire", "io.eagleray.cli", "io.eagleray.kuberay")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("Jackson is wire's own affair, and fabric8's");

    @ArchTest
    static final ArchRule fabric8 = noClasses()
            .that()
            .resideOutsideOfPackage("io.eagleray.kuberay")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8..")
            .because("who needs no Kubernetes does not need its client");

    @ArchTest
    static final ArchRule flyte = noClasses()
            .that()
            .resideOutsideOfPackage("io.eagleray.flyte..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("flyteidl..", "com.google.protobuf..", "io.grpc..", "org.msgpack..")
            .because("who runs nothing on Flyte does not need its messages");

    @ArchTest
    static final ArchRule records = noClasses()
            .that()
            .resideInAPackage("io.eagleray.kuberay")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("com.fasterxml..").and(not(resideInAPackage("com.fasterxml.jackson.annotation"))))
            .because("fabric8 reads and writes, by annotations");

    @ArchTest
    static final ArchRule aws = noClasses()
            .that()
            .resideOutsideOfPackage("io.eagleray.s3")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..")
            .because("who keeps nothing in S3 does not need its client");

    @ArchTest
    static final ArchRule ray = noClasses()
            .that()
            .resideOutsideOfPackage("io.eagleray.driver.ray..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.ray..")
            .because("there is one class loader with Ray in a JVM, and only that package is loaded by it");

    @ArchTest
    static final ArchRule serialization = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class)
            .because("nothing that came over a wire is deserialized by Java");

    @ArchTest
    static final ArchRule annotations = classes()
            .that()
            .resideInAnyPackage("io.eagleray", "io.eagleray.spec")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.eagleray", "io.eagleray.spec", "java..", "org.jspecify.annotations")
            .because("the annotations depend on nothing");

    private static boolean isWord(JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getPackageName().equals("io.eagleray.client")
                && (WORD_NAMES.contains(outer.getSimpleName())
                        || outer.getSimpleName().endsWith("Exception"));
    }

    /** The processor and the server of the tests are on this class path, but have houses of their own. */
    static final class OwnHouse implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/sdk-processor/") && !location.contains("/flyte-server/");
        }
    }
}
