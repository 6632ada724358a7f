package org.keizoku.local;

import java.nio.file.Path;

/** The refusal to start on a folder that another running Keizoku holds; its message is for the person who started the second one. */
public final class FolderInUse extends IllegalStateException {

    FolderInUse(Path folder) {
        super("Keizoku はこのフォルダーですでに動いています(%s)。先にそちらを終了してください。".formatted(folder));
    }
}
