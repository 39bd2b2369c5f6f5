package org.duban.evidence;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Day and place a photo carries in its EXIF data; both null when it carries none. */
record PhotoFacts(LocalDate takenOn, String place) {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoFacts.class);
    private static final PhotoFacts NONE = new PhotoFacts(null, null);
    private static final DateTimeFormatter EXIF_DAY = DateTimeFormatter.ofPattern("uuuu:MM:dd");

    /**
     * Reads a photo. JPEG only: its segments are at most 64 KB, while the boxes of the other kinds may claim any size and
     * be believed by a reader.
     */
    static PhotoFacts of(Path file, MediaKind kind) {
        if (kind != MediaKind.JPEG) {
            return NONE;
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            Metadata metadata = JpegMetadataReader.readMetadata(bytes, List.of(new ExifReader()));
            return new PhotoFacts(day(metadata), place(metadata));
        } catch (Exception e) {
            // A photo whose EXIF data is broken is a photo all the same.
            LOG.debug("no EXIF data read from {}", file, e);
            return NONE;
        }
    }

    private static LocalDate day(Metadata metadata) {
        for (ExifSubIFDDirectory directory : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            String original = directory.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
            if (original != null && original.matches("\\d{4}:(0[1-9]|1[0-2]):(0[1-9]|[12]\\d|3[01]).*")) {
                return LocalDate.parse(original.substring(0, 10), EXIF_DAY);
            }
        }
        return null;
    }

    private static String place(Metadata metadata) {
        GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation at = gps == null ? null : gps.getGeoLocation();
        if (at == null || at.isZero()) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%s %.5f°,%s %.5f°",
                at.getLatitude() < 0 ? "南纬" : "北纬",
                Math.abs(at.getLatitude()),
                at.getLongitude() < 0 ? "西经" : "东经",
                Math.abs(at.getLongitude()));
    }
}
