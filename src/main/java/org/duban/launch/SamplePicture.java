package org.duban.launch;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a landscape with a river, dirty or clean, as a stand-in for a clerk's photo; each seed gives another place. */
public final class SamplePicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private SamplePicture() {}

    public static byte[] jpeg(long seed, boolean clean) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(seed);
        pen.setPaint(new GradientPaint(0, 0, new Color(150, 190, 220), 0, 260, new Color(230, 238, 240)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        hills(pen, random, 170, new Color(120, 150, 130));
        hills(pen, random, 230, new Color(86, 122, 84));
        pen.setColor(clean ? new Color(104, 134, 78) : new Color(128, 118, 84));
        pen.fillRect(0, 280, WIDTH, HEIGHT - 280);
        river(pen, random, clean ? new Color(92, 150, 180) : new Color(92, 82, 52));
        trees(pen, random);
        pen.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(picture, "jpeg", stream);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hills(Graphics2D pen, Random random, int level, Color color) {
        Path2D line = new Path2D.Double();
        line.moveTo(0, HEIGHT);
        double height = level;
        for (int x = 0; x <= WIDTH; x += 40) {
            height = level + random.nextInt(70) - 35;
            line.lineTo(x, height);
        }
        line.lineTo(WIDTH, HEIGHT);
        line.closePath();
        pen.setColor(color);
        pen.fill(line);
    }

    private static void river(Graphics2D pen, Random random, Color color) {
        int from = 200 + random.nextInt(200);
        int to = 80 + random.nextInt(300);
        Path2D water = new Path2D.Double();
        water.moveTo(from, 280);
        water.curveTo(from + 120, 330, to - 80, 380, to, HEIGHT);
        water.lineTo(to + 240, HEIGHT);
        water.curveTo(to + 60, 390, from + 200, 340, from + 40, 280);
        water.closePath();
        pen.setColor(color);
        pen.fill(water);
    }

    private static void trees(Graphics2D pen, Random random) {
        for (int i = 0; i < 14; i++) {
            int x = random.nextInt(WIDTH);
            int y = 270 + random.nextInt(60);
            int size = 16 + random.nextInt(26);
            pen.setColor(new Color(40 + random.nextInt(40), 90 + random.nextInt(50), 50));
            pen.fillOval(x, y - size, size, size);
            pen.setColor(new Color(90, 66, 46));
            pen.fillRect(x + size / 2 - 2, y - 4, 4, 14);
        }
    }
}
