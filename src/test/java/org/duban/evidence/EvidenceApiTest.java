package org.duban.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.duban.DubanTest;
import org.duban.engine.EngineIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Evidence over the API, with a case of Jinjiang (350582) that nobody of Hui'an (350521) may see. */
@DubanTest
class EvidenceApiTest {

    private static final RequestPostProcessor JINJIANG = httpBasic("clerk350582", "duban");
    private static final RequestPostProcessor HUIAN = httpBasic("clerk350521", "duban");

    @Autowired
    MockMvc web;

    @Autowired
    Letters letters;

    @Autowired
    TaskService tasks;

    @Autowired
    EngineIdentity engine;

    @Autowired
    EvidenceService evidence;

    @Autowired
    ObjectMapper json;

    @Test
    void photoIsKeptUnderItsHashWithDayAndPlaceFromTheCamera() throws Exception {
        Task task = letters.handedTo("350582");
        byte[] photo = Photos.taken(1, "2026:03:05 09:30:00");

        JsonNode answer = body(upload(task, "整改后 排污口.jpg", photo, JINJIANG).andExpect(status().isOk()));

        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));
        assertThat(answer.get("sha256").asText()).isEqualTo(hash);
        assertThat(answer.get("name").asText()).isEqualTo("整改后 排污口.jpg");
        assertThat(answer.get("size").asLong()).isEqualTo(photo.length);
        assertThat(answer.get("mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(answer.get("criterion").asText()).isEqualTo("MEASURES_DONE");
        assertThat(answer.get("takenOn").asText()).isEqualTo("2026-03-05");
        assertThat(answer.get("place").asText()).isEqualTo("北纬 24.91000°,东经 118.60000°");
        assertThat(answer.get("uploadedAt").asText()).isNotEqualTo("2026-03-05");
        Evidence kept = evidence.byTask(task.getId()).get(0);
        assertThat(evidence.file(kept))
                .endsWith(java.nio.file.Path.of("evidence", hash.substring(0, 2), hash.substring(2, 4), hash))
                .hasBinaryContent(photo);
        assertThat(Files.list(
                        evidence.file(kept).getParent().getParent().getParent().resolve("incoming")))
                .isEmpty();
    }

    @Test
    void sameFileUnderOneCriterionIsOnePieceOfEvidence() throws Exception {
        Task task = letters.handedTo("350582");
        byte[] photo = Photos.plain(2);

        String first = body(upload(task, "a.jpg", photo, JINJIANG)).get("id").asText();
        String again = body(upload(task, "b.jpg", photo, JINJIANG)).get("id").asText();

        assertThat(again).isEqualTo(first);
        assertThat(evidence.byTask(task.getId())).hasSize(1);
    }

    @Test
    void fileUsedInAnotherCaseIsSaidWithoutTellingWhatMayNotBeSeen() throws Exception {
        byte[] photo = Photos.plain(3);
        Task elsewhere = letters.handedTo("350521");
        Task here = letters.handedTo("350582");
        Task hereToo = letters.handedTo("350582");
        upload(elsewhere, "a.jpg", photo, HUIAN).andExpect(status().isOk());
        upload(here, "a.jpg", photo, JINJIANG)
                .andExpect(jsonPath("$.sameFileIn", hasSize(0)))
                .andExpect(jsonPath("$.sameFileElsewhere").value(1));

        upload(hereToo, "a.jpg", photo, JINJIANG)
                .andExpect(jsonPath("$.sameFileIn", hasSize(1)))
                .andExpect(
                        jsonPath("$.sameFileIn[0]").value(letters.caseOf(here).value()))
                .andExpect(jsonPath("$.sameFileElsewhere").value(2));
    }

    @Test
    void kindIsToldByTheBytesNotByTheName() throws Exception {
        Task task = letters.handedTo("350582");

        upload(task, "virus.jpg", "MZ\u0090\u0000 not a photo at all".getBytes(StandardCharsets.ISO_8859_1), JINJIANG)
                .andExpect(status().is4xxClientError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("只接受照片(JPG、PNG、WebP、HEIC)和 PDF 文件")));
        upload(task, "leer.pdf", new byte[0], JINJIANG)
                .andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.detail", containsString("文件是空的")));
        upload(task, "page.html", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), JINJIANG)
                .andExpect(status().is4xxClientError());
        upload(task, "监测报告", "%PDF-1.7 report".getBytes(StandardCharsets.UTF_8), JINJIANG)
                .andExpect(jsonPath("$.mediaType").value("application/pdf"))
                .andExpect(jsonPath("$.takenOn").doesNotExist());
        assertThat(evidence.byTask(task.getId())).hasSize(1);
    }

    @Test
    void onlyWhoMayWorkOnTheTaskHandsIn() throws Exception {
        Task task = letters.handedTo("350582");

        upload(task, "a.jpg", Photos.plain(4), HUIAN)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail", containsString("不由您办理")));
        upload(task, "a.jpg", Photos.plain(4), httpBasic("auditor", "duban")).andExpect(status().isForbidden());
        assertThat(evidence.byTask(task.getId())).isEmpty();
    }

    @Test
    void taskClaimedByAColleagueIsLeftToTheColleague() throws Exception {
        Task task = letters.handedTo("350582");
        engine.asApplication(() -> tasks.setAssignee(task.getId(), "head350582"));

        upload(task, "a.jpg", Photos.plain(5), JINJIANG)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail", containsString("已由同事认领")));
    }

    @Test
    void contentIsServedToWhoMaySeeTheCaseAndRunsNothing() throws Exception {
        Task task = letters.handedTo("350582");
        byte[] photo = Photos.plain(6);
        String content = body(upload(task, "池店镇\"现场\".jpg", photo, JINJIANG))
                .get("content")
                .asText();

        web.perform(get(content).with(JINJIANG))
                .andExpect(status().isOk())
                .andExpect(content().contentType("image/jpeg"))
                .andExpect(content().bytes(photo))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''%E6%B1%A0")))
                .andExpect(header().string("Content-Disposition", not(containsString("\r"))));
        web.perform(get(content).with(JINJIANG).header("Range", "bytes=0-9"))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Range", "bytes 0-9/" + photo.length));
        web.perform(get(content).with(httpBasic("auditor", "duban"))).andExpect(status().isOk());
        web.perform(get(content).with(HUIAN)).andExpect(status().isNotFound());
        web.perform(get(content)).andExpect(status().isUnauthorized());
        web.perform(get("/api/evidence")
                        .param("caseNo", letters.caseOf(task).value())
                        .with(HUIAN))
                .andExpect(status().isNotFound());
        web.perform(get("/api/evidence").param("taskId", task.getId()).with(HUIAN))
                .andExpect(jsonPath("$", hasSize(0)));
    }

    @Test
    void dayAndPlaceCanBeSaidLaterButNotADayAhead() throws Exception {
        Task task = letters.handedTo("350582");
        String id =
                body(upload(task, "a.jpg", Photos.plain(7), JINJIANG)).get("id").asText();

        web.perform(patch("/api/evidence/" + id)
                        .with(JINJIANG)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"takenOn\":\"2026-01-31\",\"place\":\" 晋江市池店镇 \"}"))
                .andExpect(jsonPath("$.takenOn").value("2026-01-31"))
                .andExpect(jsonPath("$.place").value("晋江市池店镇"));
        web.perform(patch("/api/evidence/" + id)
                        .with(JINJIANG)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"takenOn\":\"2999-01-31\"}"))
                .andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.field").value("takenOn"));
        web.perform(patch("/api/evidence/" + id)
                        .with(JINJIANG)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"takenOn\":\"31.1.2026\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("2026-03-31")));
    }

    @Test
    void removedEvidenceMayBeHandedInAgain() throws Exception {
        Task task = letters.handedTo("350582");
        String id =
                body(upload(task, "a.jpg", Photos.plain(8), JINJIANG)).get("id").asText();

        web.perform(delete("/api/evidence/" + id).with(HUIAN)).andExpect(status().isForbidden());
        web.perform(delete("/api/evidence/" + id).with(JINJIANG)).andExpect(status().isNoContent());
        web.perform(get("/api/evidence/" + id + "/content").with(JINJIANG)).andExpect(status().isNotFound());

        String again =
                body(upload(task, "a.jpg", Photos.plain(8), JINJIANG)).get("id").asText();
        assertThat(again).isNotEqualTo(id);
    }

    @Test
    void completingTheTaskFilesItsEvidenceForGood() throws Exception {
        Task task = letters.handedTo("350582");
        String id =
                body(upload(task, "a.jpg", Photos.plain(9), JINJIANG)).get("id").asText();

        engine.asPerson("clerk350582", () -> tasks.complete(task.getId()));

        assertThat(evidence.byTask(task.getId())).allMatch(Evidence::filed);
        web.perform(delete("/api/evidence/" + id).with(JINJIANG))
                .andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.detail", containsString("不能再修改或删除")));
        upload(task, "b.jpg", Photos.plain(10), JINJIANG).andExpect(status().isForbidden());
    }

    @Test
    void evidenceOfAReportSentBackIsHandedInAgainWithoutUploading() throws Exception {
        Task first = letters.handedTo("350582");
        byte[] photo = Photos.taken(11, "2026:02:01 08:00:00");
        String id = body(upload(first, "a.jpg", photo, JINJIANG)).get("id").asText();
        engine.asPerson("clerk350582", () -> tasks.complete(first.getId()));
        String second = next(first);

        web.perform(post("/api/evidence/" + id + "/copies")
                        .with(JINJIANG)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"taskId\":\"" + second + "\",\"criterion\":\"EFFECT_MEETS_STANDARD\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.takenOn").value("2026-02-01"))
                .andExpect(jsonPath("$.filed").value(false));
        assertThat(evidence.byTask(second)).hasSize(1);
        web.perform(post("/api/evidence/" + id + "/copies")
                        .with(JINJIANG)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"taskId\":\"" + letters.handedTo("350582").getId() + "\"}"))
                .andExpect(status().is4xxClientError())
                .andExpect(jsonPath("$.detail", containsString("另一案件")));
    }

    @Test
    void unknownEvidenceIsNotFound() throws Exception {
        web.perform(get("/api/evidence/" + UUID.randomUUID() + "/content").with(JINJIANG))
                .andExpect(status().isNotFound());
        web.perform(get("/api/evidence/not-a-number/content").with(JINJIANG)).andExpect(status().isNotFound());
    }

    private String next(Task before) {
        String[] id = new String[1];
        engine.asApplication(() -> id[0] = tasks.createTaskQuery()
                .processInstanceId(before.getProcessInstanceId())
                .singleResult()
                .getId());
        return id[0];
    }

    private ResultActions upload(Task task, String name, byte[] bytes, RequestPostProcessor who) throws Exception {
        return web.perform(multipart("/api/evidence")
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .param("taskId", task.getId())
                .param("criterion", "MEASURES_DONE")
                .with(who));
    }

    private JsonNode body(ResultActions answer) throws Exception {
        return json.readTree(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
