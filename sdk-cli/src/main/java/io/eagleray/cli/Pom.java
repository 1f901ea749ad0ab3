package io.eagleray.cli;

import io.eagleray.client.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A Maven project's folder and the modules that its {@code pom.xml} names, those of profiles included.
 *
 * @param directory the folder
 * @param modules the folders of the modules
 */
record Pom(Path directory, List<Path> modules) {
    private static final String FILE = "pom.xml";

    Pom {
        modules = List.copyOf(modules);
    }

    static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(FILE));
    }

    static Pom read(Path directory) {
        Path file = directory.resolve(FILE);
        try (InputStream content = Files.newInputStream(file)) {
            return new Pom(directory, modules(directory, content));
        } catch (IOException | XMLStreamException e) {
            throw new ConfigurationException("cannot read " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private static List<Path> modules(Path directory, InputStream content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(content);
        List<Path> modules = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("module")) {
                Path module = directory.resolve(xml.getElementText().strip()).normalize();
                Path folder = module.endsWith(FILE) ? module.resolveSibling("") : module;
                if (isIn(folder)) {
                    modules.add(folder);
                }
            }
        }
        return modules;
    }

    /** This project and all modules below it. */
    Set<Path> reactor() {
        Set<Path> found = new LinkedHashSet<>();
        collect(this, found);
        return found;
    }

    private static void collect(Pom pom, Set<Path> found) {
        if (found.add(pom.directory)) {
            pom.modules.forEach(module -> collect(read(module), found));
        }
    }

    /** The outermost project around this one that builds it as a module; itself where there is none. */
    Pom root() {
        Pom root = this;
        for (Path folder = directory.getParent(); folder != null; folder = folder.getParent()) {
            if (isIn(folder) && read(folder).reactor().contains(directory)) {
                root = read(folder);
            }
        }
        return root;
    }

    /** The {@code pom.xml} files that decide on the dependencies: this one and those of the folders above. */
    List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path folder = directory; folder != null && isIn(folder); folder = folder.getParent()) {
            files.add(folder.resolve(FILE));
        }
        return files;
    }
}
