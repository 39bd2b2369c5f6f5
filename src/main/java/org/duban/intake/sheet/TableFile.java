package org.duban.intake.sheet;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;

/** An opened table of one or several sheets. Rows are streamed; memory does not grow with their number. */
public interface TableFile extends Closeable {

    /** Visible sheets in their order; a CSV has one, named after nothing. */
    List<String> sheets();

    /** Reads one sheet from its first row. May be called again for another pass. */
    void read(int sheet, RowVisitor visitor);

    /**
     * Opens the file by what it contains, whatever its name says.
     *
     * @throws UnreadableFile when it is no table, is damaged, protected, or built to do harm
     */
    static TableFile open(Path file, FileLimits limits) {
        return switch (FileKind.of(file)) {
            case XLSX -> XlsxFile.open(file, limits);
            case TEXT -> CsvFile.open(file);
            case EMPTY -> throw new UnreadableFile("文件是空的。请选择有内容的 .xlsx 或 .csv 文件。");
            case PROTECTED -> throw new UnreadableFile("文件设有打开密码，无法读取。请在 Excel 或 WPS 中取消密码（文件-信息-保护工作簿），保存后再上传。");
            case LEGACY_EXCEL -> throw new UnreadableFile("这是旧版 .xls 文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿(.xlsx)”后再上传。");
            case WEB_PAGE -> throw new UnreadableFile("文件其实是网页格式的表格。请用 Excel 或 WPS 打开，另存为“Excel 工作簿(.xlsx)”后再上传。");
            case OTHER -> throw new UnreadableFile("文件不是表格。只能导入 .xlsx 或 .csv 文件。");
        };
    }
}
