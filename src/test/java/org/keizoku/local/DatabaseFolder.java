package org.keizoku.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of an embedded PostgreSQL: held by one JVM at a time, and freed of what a killed one left behind. The operating system
 * lets go of the lock when its holder dies, however it dies.
 */
final class DatabaseFolder implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final Path data;
    private final FileChannel lockFile;

    private DatabaseFolder(Path data, FileChannel lockFile) {
        this.data = data;
        this.lockFile = lockFile;
    }

    /** Takes the folder for this JVM and stops a postmaster that outlived the last one. */
    static DatabaseFolder held(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path data = folder.toRealPath();
        var lockFile = FileChannel.open(
                data.resolveSibling(data.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lockFile)) {
            lockFile.close();
            throw new FolderInUse(folder);
        }
        var held = new DatabaseFolder(data, lockFile);
        try {
            held.freeFromSurvivor();
            held.clearUnfinished();
            return held;
        } catch (IOException notFree) {
            held.close();
            throw notFree;
        }
    }

    Path path() {
        return data;
    }

    Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    boolean isNew() {
        return !Files.exists(data.resolve("postgresql.conf"));
    }

    /** The superuser's password, in a file beside a folder that is still being made. */
    Path beingMade() throws IOException {
        Path making = making();
        LocalSecret.write(making, LocalSecret.random());
        return making;
    }

    /** The making is finished: from here on the password lies in the folder, which so can be moved and copied as a whole. */
    void made() throws IOException {
        if (Files.exists(making())) {
            Files.move(making(), superuserPassword(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    Path superuserPassword() {
        return data.resolve("superuser.password");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException alreadyGone) {
            throw new IllegalStateException("the lock of " + data, alreadyGone);
        }
    }

    private Path making() {
        return data.resolveSibling(data.getFileName() + ".making");
    }

    /** Someone stopped the very first start before the folder was whole: there is nothing in it to lose. */
    private void clearUnfinished() throws IOException {
        if (Files.exists(making())) {
            FileSystemUtils.deleteRecursively(data);
            Files.createDirectories(data);
            Files.delete(making());
        }
    }

    private void freeFromSurvivor() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var running = processIn(pidFile);
        if (running.isPresent() && serves(running.get())) {
            stop(running.get(), pidFile);
        } else if (running.isPresent() || Files.size(pidFile) == 0) {
            // The number now belongs to another program, or the folder is a copy of one that is in use elsewhere.
            Files.delete(pidFile);
        }
        // A dead postmaster's file stays: PostgreSQL removes it once it has seen that none of its children lives on.
    }

    private static Optional<ProcessHandle> processIn(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.get(0).strip().matches("\\d+")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    private boolean serves(ProcessHandle process) throws IOException {
        var arguments = List.of(process.info().arguments().orElse(new String[0]));
        int folder = arguments.indexOf("-D") + 1;
        if (folder == 0
                || folder == arguments.size()
                || !process.info().command().orElse("").contains("postgres")) {
            return false;
        }
        Path served = Path.of(arguments.get(folder));
        return Files.exists(served) && Files.isSameFile(served, data);
    }

    /** INT is PostgreSQL's fast shutdown; TERM, all that a ProcessHandle can send, would wait for every client to leave. */
    private static void stop(ProcessHandle postmaster, Path pidFile) throws IOException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            // The file goes last. The process may stay in the table as a zombie where nobody reaps it.
            for (int waited = 0; Files.exists(pidFile) && postmaster.isAlive(); waited += 50) {
                if (waited > PATIENCE_MS) {
                    throw new IOException(
                            "PostgreSQL (process %d) from an earlier start does not stop".formatted(postmaster.pid()));
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was stopping", interrupted);
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisJvm) {
            return false;
        }
    }
}
