package org.keizoku.platform.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A zip file unpacked up to a limit and packed again: what is read later is exactly what was measured, however cunningly the original
 * was written.
 */
final class MeasuredZip {

    /** A plan of 500 systems and a list of 4,000 contacts unpack to a tenth of it. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_ENTRIES = 300;

    private int bytes;
    private int entries;

    private MeasuredZip() {}

    static byte[] of(byte[] zip) {
        return new MeasuredZip().packedAgain(zip);
    }

    private byte[] packedAgain(byte[] zip) {
        var packed = new ByteArrayOutputStream(zip.length);
        try (var from = new ZipInputStream(new ByteArrayInputStream(zip));
                var to = new ZipOutputStream(packed)) {
            to.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw tooBig();
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                copy(from, to);
                to.closeEntry();
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new WorkbookRefused("ファイルが壊れているため読めません。Excelで開き、「Excelブック(.xlsx)」として保存し直してください。");
        }
        return packed.toByteArray();
    }

    private void copy(ZipInputStream from, ZipOutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            bytes += read;
            if (bytes > MOST_BYTES) {
                throw tooBig();
            }
            to.write(buffer, 0, read);
        }
    }

    private static WorkbookRefused tooBig() {
        return new WorkbookRefused(
                "展開すると大きくなりすぎるファイルです(%dMBまで)。書き出した様式に値だけを貼り付けて、作り直してください。".formatted(MOST_BYTES / 1024 / 1024));
    }
}
