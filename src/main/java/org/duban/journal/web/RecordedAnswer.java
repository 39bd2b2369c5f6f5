package org.duban.journal.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.duban.journal.Accesses;
import org.duban.journal.MeasuredStream;
import org.duban.kernel.FileOut;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** An answer that is recorded before its first byte leaves, if it is a file and nobody else records it. */
final class RecordedAnswer extends HttpServletResponseWrapper {

    private final HttpServletRequest request;
    private final Accesses accesses;
    private Recorded stream;
    private PrintWriter writer;

    RecordedAnswer(HttpServletRequest request, HttpServletResponse response, Accesses accesses) {
        super(response);
        this.request = request;
        this.accesses = accesses;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!containsHeader(HttpHeaders.CONTENT_DISPOSITION)) {
            return super.getOutputStream();
        }
        if (stream == null) {
            stream = new Recorded(super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!containsHeader(HttpHeaders.CONTENT_DISPOSITION)) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        super.flushBuffer();
    }

    /** Hears that nothing more is written; a second time changes nothing. */
    void ended(boolean whole) {
        if (writer != null) {
            writer.flush();
        }
        if (stream != null && stream.export != null) {
            MeasuredStream measured = stream.measured;
            stream.export.finish(measured.bytes(), whole ? measured.sha256() : null, whole ? 1L : null);
            stream.export = null;
        }
    }

    private final class Recorded extends ServletOutputStream {

        private final ServletOutputStream out;
        private final MeasuredStream measured;
        private Accesses.Underway export;
        private boolean begun;

        Recorded(ServletOutputStream out) {
            this.out = out;
            this.measured = new MeasuredStream(out);
        }

        private void begin() {
            if (!begun && getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
                begun = true;
                if (!accesses.recording()) {
                    record();
                }
            }
        }

        private void record() {
            FileOut known = (FileOut) request.getAttribute(FileOut.ATTRIBUTE);
            if (known != null && known.sha256() != null) {
                accesses.file(known);
            } else if (known != null) {
                String caseNo = known.caseNo() == null ? null : known.caseNo().value();
                export = accesses.begin(known.what(), caseNo, known.name());
            } else {
                String name = ContentDisposition.parse(getHeader(HttpHeaders.CONTENT_DISPOSITION))
                        .getFilename();
                export = accesses.begin("下载文件", null, name == null ? request.getRequestURI() : name);
            }
        }

        @Override
        public void write(int one) throws IOException {
            begin();
            measured.write(one);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            begin();
            measured.write(some, from, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
