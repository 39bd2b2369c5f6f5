package org.duban.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small true JPEG files, each different by its seed, with EXIF data when asked. */
public final class Photos {

    private Photos() {}

    public static byte[] plain(int seed) {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(seed * 2_654_435 & 0xffffff));
        pen.fillRect(0, 0, 64, 48);
        pen.setColor(Color.WHITE);
        pen.fillOval(seed % 40, seed % 30, 16, 16);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", jpeg);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        // Bytes after the end of image are allowed, and make photos of one colour differ.
        jpeg.writeBytes(ByteBuffer.allocate(4).putInt(seed).array());
        return jpeg.toByteArray();
    }

    /** Taken at that time ({@code 2026:03:05 09:30:00}) at 24°54'36"N 118°36'0"E. */
    public static byte[] taken(int seed, String dateTime) {
        ByteBuffer tiff = ByteBuffer.allocate(256);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x8769, 4, 1).putInt(38);
        entry(tiff, 0x8825, 4, 1).putInt(76);
        tiff.putInt(0);
        tiff.position(38).putShort((short) 1);
        entry(tiff, 0x9003, 2, 20).putInt(56);
        tiff.putInt(0);
        tiff.position(56).put((dateTime + "\0").getBytes(StandardCharsets.US_ASCII));
        tiff.position(76).putShort((short) 4);
        entry(tiff, 1, 2, 2).put(new byte[] {'N', 0, 0, 0});
        entry(tiff, 2, 5, 3).putInt(140);
        entry(tiff, 3, 2, 2).put(new byte[] {'E', 0, 0, 0});
        entry(tiff, 4, 5, 3).putInt(164);
        tiff.putInt(0);
        tiff.position(140);
        for (int part : new int[] {24, 1, 54, 1, 36, 1, 118, 1, 36, 1, 0, 1}) {
            tiff.putInt(part);
        }
        byte[] jpeg = plain(seed);
        ByteBuffer photo = ByteBuffer.allocate(jpeg.length + 10 + 256);
        photo.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + 6 + 256));
        photo.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .put(jpeg, 2, jpeg.length - 2);
        return photo.array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }
}
