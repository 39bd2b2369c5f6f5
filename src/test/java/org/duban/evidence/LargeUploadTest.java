package org.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads around the limit through the real servlet container. */
@DubanTest
class LargeUploadTest {

    private static final int MB = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    Letters letters;

    @Autowired
    EvidenceService evidence;

    @Test
    void fiftyMegabytesAreTaken() throws Exception {
        Task task = letters.handedTo("350582");

        HttpResponse<String> answer = upload(task, 50 * MB - 9);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(evidence.byTask(task.getId())).singleElement().satisfies(kept -> {
            assertThat(kept.size()).isEqualTo(50L * MB);
            assertThat(evidence.file(kept)).hasSize(50L * MB);
        });
    }

    @Test
    void moreIsRefusedWithASentenceByTheContainerToo() throws Exception {
        Task task = letters.handedTo("350582");

        for (int size : List.of(50 * MB, 62 * MB)) {
            HttpResponse<String> answer = upload(task, size);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("文件超过 50 MB");
        }
        assertThat(evidence.byTask(task.getId())).isEmpty();
    }

    private HttpResponse<String> upload(Task task, int zeros) throws Exception {
        String head = "--seam\r\nContent-Disposition: form-data; name=\"taskId\"\r\n\r\n" + task.getId()
                + "\r\n--seam\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/evidence"))
                .header("Content-Type", "multipart/form-data; boundary=seam")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("clerk350582:duban".getBytes()))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        Collections.enumeration(List.of(text(head), zeros(zeros), text("\r\n--seam--\r\n"))))))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static InputStream text(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream zeros(int count) {
        return new InputStream() {
            private int left = count;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int now = Math.min(left, length);
                java.util.Arrays.fill(buffer, offset, offset + now, (byte) 0);
                left -= now;
                return now;
            }
        };
    }
}
