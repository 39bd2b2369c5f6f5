package org.duban.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.duban.journal.offline.VerifyRecord;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Packs the stand-alone verifier from the classes this program itself checks with. */
@Component
public class VerifierJar {

    private static final String FOLDER = VerifyRecord.class.getPackageName().replace('.', '/');

    public void writeTo(OutputStream out) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, VerifyRecord.class.getName());
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Resource type :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "/*.class")) {
                jar.putNextEntry(new JarEntry(FOLDER + "/" + type.getFilename()));
                try (InputStream bytes = type.getInputStream()) {
                    bytes.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }
}
