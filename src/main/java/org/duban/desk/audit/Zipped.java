package org.duban.desk.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder of a zip that is being written; what is there already is not written again. */
final class Zipped {

    private final ZipOutputStream zip;
    private final String folder;
    private final Set<String> names = new HashSet<>();

    Zipped(ZipOutputStream zip, String folder) {
        this.zip = zip;
        this.folder = folder;
    }

    /** Writes what a file holds. */
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    void add(String name, byte[] bytes) throws IOException {
        add(name, out -> out.write(bytes));
    }

    void add(String name, Path file) throws IOException {
        add(name, out -> Files.copy(file, out));
    }

    void add(String name, Content content) throws IOException {
        if (names.add(name)) {
            zip.putNextEntry(new ZipEntry(folder + name));
            content.writeTo(zip);
            zip.closeEntry();
        }
    }
}
