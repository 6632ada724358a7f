package org.keizoku.audit.verify;

import org.keizoku.audit.erasure.EraseCommand;
import org.keizoku.audit.retention.RemoveCommand;
import picocli.CommandLine.Command;

/** {@code audit …}: what can be done with the ledger without starting the application. */
@Command(
        name = "audit",
        description = "記録台帳を検証し、保存期間が過ぎた記録を削除し、求めのあった値を消去する",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, KeysCommand.class, RemoveCommand.class, EraseCommand.class})
public final class AuditCommand implements org.keizoku.platform.Command {}
