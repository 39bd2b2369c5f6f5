package org.duban.petition.publication.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.petition.publication.PublicTable;
import org.duban.petition.publication.PublicTables;
import org.duban.petition.publication.PublishedContent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The same tables for programs: open data without a login. */
@RestController
@RequestMapping("/public/batches")
@Tag(name = "信访公开 / Published letters")
class PublicApi {

    private static final int MOST = 200;

    private final PublicTables tables;

    PublicApi(PublicTables tables) {
        this.tables = tables;
    }

    @Schema(description = "已公开的批次 / A published batch")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BatchItem(
            @Schema(description = "督察 / Inspection") String inspection,

            @Schema(description = "批次 / Number of the batch")
            int batch,

            String title,

            @Schema(description = "已公开件数 / Letters published")
            int letters,

            @Schema(description = "首次公开 / First published") LocalDate firstPublishedOn,
            @Schema(description = "最近更新 / Last change") Instant updatedAt,
            @Schema(description = "本批公示表 / Its table") String table) {

        static BatchItem of(PublicTables.Item item) {
            return new BatchItem(
                    item.batch().key().inspection(),
                    item.batch().key().ordinal(),
                    item.title(),
                    item.letters(),
                    item.open().firstOn(),
                    item.open().lastAt(),
                    "/public/batches/" + item.open().token() + "/rows.json");
        }
    }

    @Schema(description = "一批的公示表 / The table of a batch")
    record Table(
            String title,

            @Schema(description = "栏目 / Columns of the official table")
            List<String> columns,

            @Schema(description = "本批依法不予公开的件数 / Letters of the batch the public does not read")
            int withheld,

            @Schema(description = "全表散列，内容不变则不变 / Hash of the whole table")
            String hash,

            List<Row> rows) {}

    @Schema(description = "一件 / A letter's line")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Schema(description = "序号，公开后不变 / Place in the table, which it keeps")
            int serial,

            @Schema(description = "首次公开日期 / First published")
            LocalDate publishedOn,

            @Schema(description = "后续办结补充公开 / Published later than the first table")
            boolean appended,

            @Schema(description = "已撤回，只留编号和说明 / Withdrawn; only number and reason remain")
            boolean withdrawn,

            @Schema(description = "栏目名到内容 / Column to text") Map<String, String> cells,

            @Schema(description = "本版内容散列 / Hash of this version")
            String sha256,

            @Schema(description = "更正、撤回说明 / What was corrected or withdrawn")
            List<String> notes) {}

    @GetMapping("/list.json")
    @Operation(summary = "已公开的批次，最近的在前 / Published batches, the latest first")
    ResponseEntity<List<BatchItem>> list(WebRequest request, HttpServletResponse response) {
        List<PublicTables.Item> items = tables.list(MOST, 0);
        if (PublicBatches.unchanged(etag(items) + "-json", request, response)) {
            return null;
        }
        return ResponseEntity.ok(items.stream().map(BatchItem::of).toList());
    }

    @GetMapping("/{token}/rows.json")
    @Operation(summary = "一批的公示表 / The table of a batch; 404 alike for what is not published and what does not exist")
    ResponseEntity<Table> rows(@PathVariable String token, WebRequest request, HttpServletResponse response) {
        PublicTable table = tables.byToken(token).orElseThrow(NothingPublished::new);
        if (PublicBatches.unchanged(table.hash() + "-json", request, response)) {
            return null;
        }
        List<Row> rows = new ArrayList<>();
        table.sections().forEach(section -> section.lines().forEach(line -> rows.add(row(table, section, line))));
        List<String> columns = table.open().layout().columns().stream()
                .map(column -> column.name())
                .toList();
        return ResponseEntity.ok(new Table(table.title(), columns, table.withheld(), table.hash(), rows));
    }

    private static Row row(PublicTable table, PublicTable.Section section, PublicTable.Line line) {
        Map<String, String> cells = new LinkedHashMap<>();
        table.open().layout().columns().forEach(column -> {
            String text = column.of(line.row());
            if (!text.isEmpty()) {
                cells.put(column.name(), text);
            }
        });
        return new Row(
                line.serial(),
                section.on(),
                !section.first(),
                line.withdrawn(),
                cells,
                line.sha256(),
                line.traces().stream().map(PublicTable.Trace::words).toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(NothingPublished missing) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .header("Cache-Control", "no-store")
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有这一批，或者它还没有公开。"));
    }

    static String etag(List<PublicTables.Item> items) {
        return PublishedContent.sha256(items.stream()
                .map(item -> item.open().token() + item.open().lastAt() + item.letters())
                .collect(Collectors.joining("\n")));
    }
}
