package org.duban.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is a fault of ours is logged with a reference; a reader who closed the page is not. */
@ExtendWith(OutputCaptureExtension.class)
class ErrorAdviceTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Faulty())
            .setControllerAdvice(new ErrorAdvice())
            .build();

    @RestController
    static class Faulty {

        @GetMapping("/gone")
        String gone() throws IOException {
            throw new ClientAbortException(new IOException("Broken pipe"));
        }

        @GetMapping("/broken")
        String broken() throws IOException {
            throw new IOException("disk full");
        }
    }

    @Test
    void aReaderWhoWentAwayIsNoFault(CapturedOutput output) throws Exception {
        web.perform(get("/gone")).andExpect(content().string(""));
        assertThat(output).doesNotContain("failed, reference");
    }

    @Test
    void anythingElseIsOne(CapturedOutput output) throws Exception {
        web.perform(get("/broken").accept("application/json")).andExpect(status().isInternalServerError());
        assertThat(output).contains("GET /broken failed, reference");
    }
}
