// SQLite FTS5 as a contender: see ../peers.go for the protocol.
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <sys/resource.h>
#include <time.h>

static const char *stop[] = {"a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no",
	"not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with", NULL};

static void die(const char *doing, sqlite3 *db) {
	fprintf(stderr, "%s: %s\n", doing, db ? sqlite3_errmsg(db) : "failed");
	exit(1);
}

static void run(sqlite3 *db, const char *sql) {
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) die(sql, db);
}

static long long now(void) {
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long long cpu(void) {
	struct rusage u;
	getrusage(RUSAGE_SELF, &u);
	return (u.ru_utime.tv_sec + u.ru_stime.tv_sec) * 1000000LL + u.ru_utime.tv_usec + u.ru_stime.tv_usec;
}

static sqlite3 *open_index(const char *dir) {
	char path[4096];
	snprintf(path, sizeof path, "%s/fts5.db", dir);
	sqlite3 *db;
	if (sqlite3_open(path, &db) != SQLITE_OK) die(path, db);
	return db;
}

static void build(const char *passages, const char *dir) {
	sqlite3 *db = open_index(dir);
	run(db, "pragma journal_mode = off; pragma synchronous = off");
	run(db, "create virtual table p using fts5(text, content = '', columnsize = 1, tokenize = 'porter unicode61')");
	run(db, "begin");
	sqlite3_stmt *insert;
	if (sqlite3_prepare_v2(db, "insert into p(rowid, text) values (?, ?)", -1, &insert, NULL) != SQLITE_OK) die("insert", db);
	FILE *in = fopen(passages, "r");
	if (!in) die(passages, NULL);
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	long long row = 0;
	while ((n = getline(&line, &room, in)) > 0) {
		char *text = strchr(line, '\t');
		text = text ? text + 1 : line;
		sqlite3_bind_int64(insert, 1, ++row);
		sqlite3_bind_text(insert, 2, text, -1, SQLITE_STATIC);
		if (sqlite3_step(insert) != SQLITE_DONE) die("insert", db);
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	run(db, "insert into p(p) values ('optimize')");
	run(db, "commit");
	sqlite3_close(db);
	printf("{\"phase\":\"build\",\"passages\":%lld}\n", row);
}

// match makes the words of a question a query for any of them.
static char *match(const char *question) {
	char *out = calloc(1, 8 * strlen(question) + 16), word[256];
	size_t n = 0;
	for (const char *c = question;; c++) {
		if (isalnum((unsigned char)*c) || (unsigned char)*c >= 128) {
			if (n < sizeof word - 1) word[n++] = tolower((unsigned char)*c);
			continue;
		}
		word[n] = 0;
		int stopped = n == 0;
		for (const char **s = stop; *s && !stopped; s++) stopped = strcmp(*s, word) == 0;
		if (!stopped) sprintf(out + strlen(out), "%s\"%s\"", *out ? " OR " : "", word);
		n = 0;
		if (!*c) return out;
	}
}

static char **questions;
static int asked;   // how many there are
static int current; // how many of them this round asks

static void read_questions(const char *path) {
	FILE *in = fopen(path, "r");
	if (!in) die(path, NULL);
	char *line = NULL;
	size_t room = 0;
	while (getline(&line, &room, in) > 0) {
		line[strcspn(line, "\n")] = 0;
		questions = realloc(questions, (asked + 1) * sizeof *questions);
		questions[asked++] = strdup(line);
	}
}

struct worker {
	sqlite3_stmt *best;
	long long *took;
	int first, step, show;
	pthread_t thread;
};

static void prepare(struct worker *w, const char *dir) {
	sqlite3 *db = open_index(dir);
	run(db, "pragma mmap_size = 4000000000; pragma query_only = 1");
	if (sqlite3_prepare_v2(db, "select rowid from p where p match ? order by rank limit 10", -1, &w->best, NULL) != SQLITE_OK) die("select", db);
}

static void ask(struct worker *w, int i) {
	long long begun = now();
	char *query = match(questions[i]);
	if (w->show) printf("{\"phase\":\"hits\",\"hits\":[");
	if (*query) {
		sqlite3_bind_text(w->best, 1, query, -1, SQLITE_STATIC);
		for (int n = 0; sqlite3_step(w->best) == SQLITE_ROW; n++) {
			long long row = sqlite3_column_int64(w->best, 0);
			if (w->show) printf("%s%lld", n ? "," : "", row - 1);
		}
		sqlite3_reset(w->best);
	}
	if (w->show) printf("]}\n");
	free(query);
	w->took[i] = (now() - begun) / 1000;
}

static void *work(void *p) {
	struct worker *w = p;
	for (int i = w->first; i < current; i += w->step) ask(w, i);
	return NULL;
}

// rounds asks all questions, after warm rounds of a tenth of them: what there is to warm are the pages of one file, and whole
// rounds would take a quarter of an hour.
static void rounds(const char *dir, int threads, int warm, int show) {
	long long *took = calloc(asked, sizeof *took);
	struct worker w[16];
	for (int t = 0; t < threads; t++) {
		w[t] = (struct worker){.took = took, .first = t, .step = threads, .show = show};
		prepare(&w[t], dir);
	}
	for (; warm >= 0; warm--) {
		current = warm ? asked / 10 : asked;
		long long begun = now(), used = cpu();
		for (int t = 0; t < threads; t++) pthread_create(&w[t].thread, NULL, work, &w[t]);
		for (int t = 0; t < threads; t++) pthread_join(w[t].thread, NULL);
		if (warm || show) continue;
		printf("{\"phase\":\"query\",\"threads\":%d,\"wall_us\":%lld,\"cpu_us\":%lld,\"latencies_us\":[", threads, (now() - begun) / 1000, cpu() - used);
		for (int i = 0; i < asked; i++) printf("%s%lld", i ? "," : "", took[i]);
		printf("]}\n");
	}
}

int main(int argc, char **argv) {
	if (argc == 4 && strcmp(argv[1], "build") == 0) {
		build(argv[2], argv[3]);
		return 0;
	}
	if (argc != 4) die("usage: build PASSAGES DIR | query DIR QUESTIONS | hits DIR QUESTIONS", NULL);
	read_questions(argv[3]);
	if (strcmp(argv[1], "hits") == 0) {
		rounds(argv[2], 1, 0, 1);
		return 0;
	}
	rounds(argv[2], 1, 1, 0);
	rounds(argv[2], 2, 0, 0);
	return 0;
}
