/* What the two operations of Files make possible: one file with its finding, and a whole folder. The walk goes folder by folder
 * through a list of its own, not by recursion, so that its two bounds are plain to see. */
#include "base/files.h"
#include "base/sort.h"
#include <errno.h>
#include <string.h>

#define CODE_UNREADABLE "AZ001"
#define CODE_TOO_DEEP "AZ002"

const char *file_reason(int error) {
    static const struct {
        int error;
        const char *reason;
    } reasons[] = {
        {ENOENT, "il n’existe pas"},
        {ENOTDIR, "une partie de ce chemin n’est pas un dossier"},
        {EACCES, "la permission manque"},
        {EPERM, "la permission manque"},
        {EROFS, "ce disque ne s’écrit pas"},
        {EISDIR, "c’est un dossier, pas un fichier"},
        {ESPIPE, "c’est un tube (FIFO), pas un fichier ordinaire"},
        {ENODEV, "c’est un périphérique, pas un fichier ordinaire"},
        {ENXIO, "c’est une prise (socket), pas un fichier ordinaire"},
        {ELOOP, "ses liens symboliques tournent en rond"},
        {ENAMETOOLONG, "son nom est trop long"},
        {EFBIG, "il est trop gros"},
        {ENOSPC, "le disque est plein"},
        {EDQUOT, "le quota du disque est atteint"},
        {EPIPE, "plus personne ne lit"},
        {EBADF, "il est fermé"},
        {EMFILE, "trop de fichiers sont ouverts"},
        {ENFILE, "trop de fichiers sont ouverts"},
        {EIO, "le disque a rendu une erreur"},
        {EINVAL, "cette opération n’y est pas possible"},
        {ENOMEM, "la mémoire ne suffit pas"},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error) return reasons[i].reason;
    return "le système l’a refusé";
}

static void report(Findings *findings, const char *what, const char *path, int error, size_t limit) {
    Arena *arena = findings->arena;
    const char *detail = file_reason(error);
    if (error == EFBIG) detail = arena_printf(arena, "%s (%zu octets au plus)", detail, limit);
    if (!detail) findings->failed = true;
    else findings_error(findings, CODE_UNREADABLE, path, 0, NULL, "%s n’a pas pu être lu : %s", what, detail);
}

static Status status_of(int error) {
    return error == 0 ? STATUS_OK : error == ENOMEM ? STATUS_NO_MEMORY : STATUS_IO;
}

Status files_read(const Files *files, Arena *arena, const char *path, size_t limit, Findings *findings, FileBytes *out) {
    const char *bytes = NULL, *name = arena_copy(arena, path);
    size_t length = 0;
    int error = name ? files->read(files->context, arena, path, limit, &bytes, &length) : ENOMEM;
    if (error) report(findings, "ce fichier", path, error, limit);
    else *out = (FileBytes){name, bytes, length};
    return status_of(error);
}

/* A walk over a folder and those below. Paths are relative to `root`; folders end with '/', and the root itself is "". */
typedef struct Walk {
    const Files *files;
    Arena *arena;
    const char *root;
    Findings *findings;
    const char *const *endings;
    size_t limit;
    struct Folder {
        const char *path;
        int depth;
    } * folders;
    size_t folder_count, folder_capacity;
    FileBytes *items;
    size_t count, capacity;
    bool refused_folders;
} Walk;

static bool ends_in(const char *name, const char *const *endings) {
    size_t length = strlen(name);
    for (; *endings; endings++) {
        size_t ending = strlen(*endings);
        if (length >= ending && memcmp(name + length - ending, *endings, ending) == 0) return true;
    }
    return false;
}

static const char *full_path(const Walk *walk, const char *relative) {
    size_t length = strlen(walk->root);
    const char *slash = length && walk->root[length - 1] == '/' ? "" : "/";
    return *relative ? arena_printf(walk->arena, "%s%s%s", walk->root, slash, relative) : walk->root;
}

static Status add_folder(Walk *walk, const char *path, int depth) {
    if (depth > FOLDER_DEPTH_MAX || walk->folder_count == FOLDER_FOLDERS_MAX) {
        if (walk->refused_folders) return STATUS_OK;
        walk->refused_folders = true;
        return findings_error(
            walk->findings, CODE_TOO_DEEP, path, 0, "retirer le lien qui revient en arrière, ou aplatir l’arborescence",
            depth > FOLDER_DEPTH_MAX ? "ce dossier est imbriqué trop profondément (%d niveaux au plus) : il n’est pas lu"
                                     : "il y a trop de dossiers (%d au plus) : celui-ci et les suivants ne sont pas lus",
            depth > FOLDER_DEPTH_MAX ? FOLDER_DEPTH_MAX : FOLDER_FOLDERS_MAX);
    }
    struct Folder *folders = arena_grow(walk->arena, walk->folders, walk->folder_count, &walk->folder_capacity, sizeof *folders);
    if (!folders) return STATUS_NO_MEMORY;
    walk->folders = folders;
    folders[walk->folder_count++] = (struct Folder){path, depth};
    return STATUS_OK;
}

static Status add_file(Walk *walk, const char *path) {
    FileBytes *items = arena_grow(walk->arena, walk->items, walk->count, &walk->capacity, sizeof *items);
    const char *full = items ? full_path(walk, path) : NULL;
    if (!full) return STATUS_NO_MEMORY;
    walk->items = items;
    FileBytes file = {path, NULL, 0};
    int error = walk->files->read(walk->files->context, walk->arena, full, walk->limit, &file.bytes, &file.length);
    if (error == ENOMEM) return STATUS_NO_MEMORY;
    if (error) {
        report(walk->findings, "ce fichier", path, error, walk->limit);
        file = (FileBytes){path, NULL, 0};
    }
    items[walk->count++] = file;
    return STATUS_OK;
}

static Status add_entry(Walk *walk, struct Folder folder, const char *name) {
    size_t length = strlen(name);
    bool is_folder = length && name[length - 1] == '/';
    if (name[0] == '.' || (!is_folder && !ends_in(name, walk->endings))) return STATUS_OK;
    const char *path = arena_printf(walk->arena, "%s%s", folder.path, name);
    if (!path) return STATUS_NO_MEMORY;
    return is_folder ? add_folder(walk, path, folder.depth + 1) : add_file(walk, path);
}

static int compare_names(const void *left, const void *right) {
    const char *const *a = left, *const *b = right;
    return strcmp(*a, *b);
}

static Status read_folder(Walk *walk, struct Folder folder) {
    const char **names = NULL, *full = full_path(walk, folder.path);
    size_t count = 0;
    int error = full ? walk->files->list(walk->files->context, walk->arena, full, &names, &count) : ENOMEM;
    if (error == ENOMEM) return STATUS_NO_MEMORY;
    if (error) {
        report(walk->findings, "ce dossier", *folder.path ? folder.path : walk->root, error, walk->limit);
        return folder.depth == 0 ? STATUS_IO : STATUS_OK;
    }
    /* In order here too, so that what a bound leaves out does not depend on the disk. */
    Status status = sort_stable(walk->arena, names, count, sizeof *names, compare_names);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) status = add_entry(walk, folder, names[i]);
    return status;
}

static int compare_paths(const void *left, const void *right) {
    const FileBytes *a = left, *b = right;
    return strcmp(a->path, b->path);
}

Status files_read_folder(const Files *files, Arena *arena, const char *folder, const char *const *endings, size_t limit,
                         Findings *findings, FileList *out) {
    Walk walk = {.files = files, .arena = arena, .root = folder, .findings = findings, .endings = endings, .limit = limit};
    Status status = add_folder(&walk, "", 0);
    for (size_t i = 0; i < walk.folder_count && status == STATUS_OK; i++) status = read_folder(&walk, walk.folders[i]);
    if (status == STATUS_OK) status = sort_stable(arena, walk.items, walk.count, sizeof *walk.items, compare_paths);
    if (status == STATUS_OK) *out = (FileList){walk.items, walk.count};
    else if (status == STATUS_NO_MEMORY) findings->failed = true;
    return status;
}
