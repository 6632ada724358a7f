package org.keizoku.platform.workbook;

import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.TargetMode;

/** What a workbook must not bring along: programs, and ways to other files. */
final class HarmlessPackage {

    private static final Pattern PROGRAM =
            Pattern.compile(".*(macroenabled|vbaproject|macrosheet|dialogsheet|activex|attachedtoolbars).*");
    private static final Pattern OTHER_FILES =
            Pattern.compile(".*(externallink|querytable|/connections|connections\\+xml).*");

    private HarmlessPackage() {}

    /** Refuses the package where it holds one of them. */
    static void insist(OPCPackage workbook) throws InvalidFormatException {
        boolean book = false;
        for (PackagePart part : workbook.getParts()) {
            String type = part.getContentType().toLowerCase();
            String words = (type + " " + part.getPartName().getName()).toLowerCase();
            if (type.contains("sheet.binary")) {
                throw new WorkbookRefused("バイナリ形式のブック(.xlsb)は読み込めません。「Excelブック(.xlsx)」として保存し直してください。");
            }
            if (PROGRAM.matcher(words).matches()) {
                throw new WorkbookRefused("マクロを含むファイルは読み込めません。「Excelブック(.xlsx)」として保存し直してください。");
            }
            if (OTHER_FILES.matcher(words).matches()) {
                throw otherFiles();
            }
            book |= type.endsWith("spreadsheetml.sheet.main+xml");
            if (!part.isRelationshipPart()) {
                insist(part.getRelationships());
            }
        }
        insist(workbook.getRelationships());
        if (!book) {
            throw new WorkbookRefused("Excelのブックではありません。「Excelブック(.xlsx)」を選んでください。");
        }
    }

    /** A link that a person may click is no way by which the workbook itself fetches something. */
    private static void insist(PackageRelationshipCollection relationships) {
        for (PackageRelationship relationship : relationships) {
            if (relationship.getTargetMode() == TargetMode.EXTERNAL
                    && !relationship.getRelationshipType().endsWith("/hyperlink")) {
                throw otherFiles();
            }
        }
    }

    private static WorkbookRefused otherFiles() {
        return new WorkbookRefused(
                "ほかのファイルやデータ接続を参照しているブックは読み込めません。" + "Excelの「データ」タブの「リンクの編集」や「クエリと接続」で参照を解除し、値だけにして保存し直してください。");
    }
}
