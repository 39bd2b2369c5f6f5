package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.duban.DubanTest;
import org.duban.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The two published holes of Camunda 7.24.0, and the REST API that ships unguarded. Each test fails without its guard. */
@DubanTest
class OpenHolesTest {

    private static final String HARMLESS = "${now().toString().length() > 0 ? now() : now()}";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate sql;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void expressionsInNestedQueriesAreNotEvaluated() throws Exception {
        var answer = post(
                "/engine-rest/task", "{\"orQueries\":[{\"dueAfterExpression\":\"" + HARMLESS + "\"}]}", "clerk350582");

        assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void expressionsInPlainQueriesAreNotEvaluated() throws Exception {
        var answer = post("/engine-rest/task", "{\"dueAfterExpression\":\"" + HARMLESS + "\"}", "clerk350582");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void expressionsOfTheShippedFiltersStillWork() throws Exception {
        var answer =
                post("/engine-rest/task", "{\"orQueries\":[{\"dueAfterExpression\":\"${now()}\"}]}", "clerk350582");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void strangerCannotCreateAnAdministratorEvenWhenThereIsNone() throws Exception {
        List<String> administrators = sql.queryForList(
                "select user_id_ from act_id_membership where group_id_ = ?", String.class, Groups.CAMUNDA_ADMIN);
        sql.update("delete from act_id_membership where group_id_ = ?", Groups.CAMUNDA_ADMIN);
        try {
            get("/camunda/app/welcome/default/");
            get("/camunda/app/admin/default/setup/");
            var answer = post(
                    "/camunda/api/admin/setup/default/user/create",
                    "{\"profile\":{\"id\":\"mallory\",\"firstName\":\"M\",\"lastName\":\"M\"},"
                            + "\"credentials\":{\"password\":\"mallory-mallory\"}}",
                    null);

            assertThat(answer.statusCode()).isIn(401, 403);
            assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
        } finally {
            administrators.forEach(administrator -> sql.update(
                    "insert into act_id_membership (user_id_, group_id_) values (?, ?)",
                    administrator,
                    Groups.CAMUNDA_ADMIN));
        }
    }

    @Test
    void setUpIsDeniedToEverybodyLoggedIn() throws Exception {
        var answer = post("/camunda/api/admin/setup/default/user/create", "{}", "admin");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Setup action not available");
    }

    @Test
    void lastAdministratorCannotBeRemoved() {
        assertThatThrownBy(() -> identity.deleteMembership("admin", Groups.CAMUNDA_ADMIN))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("最后一名管理员");
        assertThatThrownBy(() -> identity.deleteUser("admin")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> identity.deleteGroup(Groups.CAMUNDA_ADMIN)).isInstanceOf(Refusal.class);
        assertThat(identity.createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void engineRestKnowsWhoAsks() throws Exception {
        assertThat(get("/engine-rest/user").statusCode()).isEqualTo(401);

        var clerk = get("/engine-rest/user", "clerk350582");
        assertThat(clerk.statusCode()).isEqualTo(200);
        assertThat(clerk.body()).as("a clerk sees no other account").doesNotContain("coordinator");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(path, null);
    }

    private HttpResponse<String> get(String path, String username) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET(), username);
    }

    private HttpResponse<String> post(String path, String json, String username) throws Exception {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return send(request, username);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String username) throws Exception {
        if (username != null) {
            request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString((username + ":duban").getBytes()));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
