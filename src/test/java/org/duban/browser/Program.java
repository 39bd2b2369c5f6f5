package org.duban.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that calls the city's REST APIs with one person's account. */
final class Program {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String city;
    private final String credentials;

    Program(String city, String username) {
        this.city = city;
        this.credentials =
                "Basic " + Base64.getEncoder().encodeToString((username + ":duban").getBytes(StandardCharsets.UTF_8));
    }

    int status(String path) {
        return send(request(path).GET()).statusCode();
    }

    int statusOfPost(String path, String json) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)))
                .statusCode();
    }

    JsonNode read(String path) {
        HttpResponse<String> answer = send(request(path).GET());
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path + " answered " + answer.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(city + path)).header("Authorization", credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
