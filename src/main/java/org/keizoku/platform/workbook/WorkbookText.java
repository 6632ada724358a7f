package org.keizoku.platform.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that somebody brought, as the text that they see in its cells; {@link WorkbookRefused} where it is none to trust. */
public final class WorkbookText {

    /** The most bytes of a file; pages say it too. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final String BROKEN = "ブックとして読めません。Excelで開き、「Excelブック(.xlsx)」として保存し直してください。";

    private final List<SheetText> sheets;

    private WorkbookText(List<SheetText> sheets) {
        this.sheets = sheets;
    }

    /** Reads the file; nothing in it is run, computed or fetched. */
    public static WorkbookText of(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new WorkbookRefused("ファイルが大きすぎます(%dMBまで)。".formatted(MOST_BYTES / 1024 / 1024));
        }
        if (file.length == 0) {
            throw new WorkbookRefused("ファイルが選ばれていないか、空です。");
        }
        switch (FileMagic.valueOf(file)) {
            case OOXML -> {
                return read(MeasuredZip.of(file));
            }
            case OLE2 -> throw oldOrEncrypted(file);
            default -> throw new WorkbookRefused("Excelのブックではありません。「Excelブック(.xlsx)」を選んでください。");
        }
    }

    /** The sheet of this name; a space before or after it, which nobody sees, does not count. */
    public Optional<SheetText> sheet(String name) {
        return sheets.stream()
                .filter(sheet -> Spoken.key(sheet.name()).equals(Spoken.key(name)))
                .findFirst();
    }

    private static WorkbookText read(byte[] zip) {
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(zip))) {
            HarmlessPackage.insist(opened);
            try (var workbook = new XSSFWorkbook(opened)) {
                var text = new CellTexts();
                List<SheetText> sheets = new ArrayList<>();
                for (Sheet sheet : workbook) {
                    sheets.add(text.of(sheet));
                }
                return new WorkbookText(sheets);
            }
        } catch (WorkbookRefused refused) {
            throw refused;
        } catch (IOException | InvalidFormatException | RuntimeException broken) {
            // What a file made to break a reader throws is not to be foreseen; nothing of it concerns the rest of the
            // application.
            throw new WorkbookRefused(BROKEN);
        }
    }

    private static WorkbookRefused oldOrEncrypted(byte[] file) {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                return new WorkbookRefused("パスワード付きのファイルは読み込めません。パスワードを外して保存し直してください。");
            }
        } catch (IOException | RuntimeException broken) {
            return new WorkbookRefused(BROKEN);
        }
        return new WorkbookRefused("古い形式のブック(.xls)は読み込めません。「Excelブック(.xlsx)」として保存し直してください。");
    }
}
