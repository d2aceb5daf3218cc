import { assistantFolders } from './assistantFolders.ts';

/** What makes a file one that we never write. */
export type NeverReason = 'git' | 'editor' | 'shell' | 'credentials' | 'assistant';

/** What Git runs by its name, in a folder of hooks. */
const hookNames =
  '{applypatch-msg,pre-applypatch,post-applypatch,pre-commit,pre-merge-commit,prepare-commit-msg,commit-msg,post-commit,' +
  'pre-rebase,post-checkout,post-merge,pre-push,pre-receive,update,proc-receive,post-receive,post-update,' +
  'reference-transaction,push-to-checkout,pre-auto-gc,post-rewrite,sendemail-validate,fsmonitor-watchman,' +
  'p4-changelist,p4-prepare-changelist,p4-post-changelist,p4-pre-submit,post-index-change}';

/**
 * Files that act without anybody doing more: with the next use of Git, of a shell, of the editor, or of an assistant. The
 * list is VS Code's own of files whose edits are never approved by themselves (`chat.tools.edits.autoApprove`), and what
 * attacks have used since: CVE-2025-53773 and Kilo-Org/kilocode #2244 (settings of the editor), CVE-2025-54135 and
 * CVE-2025-59944 (`.cursor/mcp.json`), CVE-2026-70335 (hooks of agents), RooCodeInc/Roo-Code #4667, NousResearch/
 * hermes-agent #81152.
 */
export const neverWritten: Readonly<Record<NeverReason, readonly string[]>> = {
  git: [
    '.git/**',
    '.gitconfig',
    '.config/git/**',
    '.githooks/**',
    '.git-hooks/**',
    '.husky/**',
    '.cargo-husky/**',
    '.pre-commit/**',
    `hooks/${hookNames}`,
    `{githooks,git-hooks,git_hooks}/${hookNames}`,
    '.hg/**',
    '.hgrc',
    '.svn/**',
    '.jj/**',
  ],
  editor: [
    '.vscode/*.json',
    '.vscode/*.jsonc',
    '*.code-workspace',
    'Code/User/**',
    'Code - Insiders/User/**',
    'VSCodium/User/**',
    'Cursor/User/**',
    'Windsurf/User/**',
    '.vscode-oss/**',
    '{Code - OSS,code-server,Kiro,Trae,Positron,Antigravity,Void}/User/**',
    'User/{settings,tasks,keybindings,mcp,launch}.json',
    '.{vscode,vscode-insiders,cursor,windsurf}/extensions/**',
    '.{vscode-server,vscode-server-insiders,vscode-remote,cursor-server,windsurf-server}/**',
    '.idea/**',
    '.run/*.xml',
    '.fleet/*.json',
    '.zed/*.json',
    '.vs/**',
    '.nova/**',
    '.theia/*.json',
  ],
  shell: [
    '.{bashrc,bash_profile,bash_login,bash_logout,bash_aliases,profile,inputrc}',
    '.{zshrc,zshenv,zprofile,zlogin,zlogout}',
    '.{kshrc,mkshrc,cshrc,tcshrc,login,logout,shrc,shinit}',
    '.{xinitrc,xprofile,xsession,xsessionrc,xserverrc}',
    '{bash.bashrc,zshrc.local,bashrc.local}',
    '.config/fish/**',
    'fish/config.fish',
    '.config/nushell/**',
    '.config/powershell/**',
    '{profile,*_profile}.ps1',
    '.envrc',
    '.direnv/**',
    'direnvrc',
    '.{bashrc.d,zshrc.d,bash_completion.d,oh-my-zsh,oh-my-bash}/**',
    '.{bash_completion,pam_environment,xonshrc,pdbrc,ocamlinit,erlang,octaverc,sbclrc}',
    'fish/{functions,conf.d,completions}/**',
    '.config/autostart/**',
    '{desktop.ini,autorun.inf}', // read when the folder is only looked at
    '*.{library-ms,searchconnector-ms,scf,url,lnk}',
    '.config/gh/**',
    '.config/systemd/**',
    '.config/environment.d/**',
    'Library/LaunchAgents/**',
    'Library/LaunchDaemons/**',
    'Start Menu/Programs/Startup/**',
    'etc/{profile,bashrc,crontab,sudoers,ld.so.preload}',
    'etc/{profile.d,cron.d,cron.daily,sudoers.d,systemd,init.d}/**',
    'var/spool/cron/**',
  ],
  credentials: [
    '.ssh/**',
    'authorized_keys',
    'authorized_keys2',
    'sshd_config',
    '.gnupg/**',
    '.aws/**',
    '.azure/**',
    '.kube/**',
    '.docker/config.json',
    '{.netrc,_netrc,.git-credentials,.pgpass}',
  ],
  assistant: [
    ...assistantFolders.map(name => `.${name}/**`),
    '.github/{agents,hooks,copilot}/**',
    '.config/{claude,github-copilot,goose,opencode,crush,zed}/**',
    '{.mcp,mcp,mcp-config,mcp_config,mcp_settings,cline_mcp_settings,claude_desktop_config,.claude,.gemini}.json',
    'mcp.{json5,jsonc,yaml,yml,toml}',
    '*.mcp.json',
    '{mcpservers,mcp-servers,mcp_servers,mcp.local,.mcp.local,conductor}.json',
    '.ai/mcp/**',
    '.mcp/**',
    '{.mcp.local,fastmcp,gemini-extension,.continuerc}.json',
    'smithery.{yaml,yml}',
    'continue.config.ts',
    '.aider.conf.{yml,yaml}',
    '.aider.model.settings.yml',
    '{opencode,.opencode,crush,.crush,amp,.amp,kilo}.{json,jsonc}',
    '{.roomodes,.kilocodemodes}',
  ],
};

const keepsWorktrees = new Set(assistantFolders.map(name => `.${name}`));

/**
 * A path in a working tree that an assistant keeps in its folder: what stands before that folder, and what is left below the
 * working tree, which is an ordinary project. The path itself where there is none.
 */
export function acrossWorktrees(segments: readonly string[]): readonly (readonly string[])[] {
  const at = segments.findIndex(
    (name, index) => keepsWorktrees.has(name) && segments[index + 1] === 'worktrees' && segments.length > index + 3,
  );
  return at < 0 ? [segments] : [segments.slice(0, at), ...acrossWorktrees(segments.slice(at + 3))];
}
