package org.duban.notice.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShippedTemplatesTest {

    @ParameterizedTest
    @EnumSource
    void theFileIsWhatItsMakerMakes(PaperKind kind) throws IOException {
        String kept = WordText.of(Files.readAllBytes(ShippedTemplates.file(kind)));
        assertThat(kept).isEqualTo(WordText.of(ShippedTemplates.made(kind)));
    }
}
