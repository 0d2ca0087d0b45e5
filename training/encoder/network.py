"""The encoder in PyTorch: six layers of MiniLM over the text, and markers that look at the text without being seen."""

import torch
from torch import Tensor, nn

WIDTH, HEADS, INNER = 384, 12, 1536


class Layer(nn.Module):
    """A layer of BERT. Queries of what is new, keys and values of the past too."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """Return the states above; `mask` is added to the attention, (batch, 1, new, all)."""
        batch, length, _ = hidden.shape
        qkv = self.qkv(hidden).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        mixed = nn.functional.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        hidden = self.norm1(hidden + self.dropout(mixed))
        inner = self.down(nn.functional.gelu(self.up(hidden)))
        return self.norm2(hidden + self.dropout(inner))


class Network(nn.Module):
    """Tags for the pieces of a text, answers for pairs of spots in it.

    A pair is four markers: the borders of the first name and of the second. A marker stands at the position of its
    border and attends to the text and to the other three; the text doesn't attend to markers.
    """

    def __init__(self, vocabulary: int, types: int, outputs: int, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.types = types
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.cases = nn.Embedding(6, WIDTH)
        self.grammar = nn.Embedding(1 + 2 * types, WIDTH)
        self.kinds = nn.Embedding(types, WIDTH)
        self.states = nn.Embedding(3, WIDTH)
        self.borders = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.tagger = nn.Linear(WIDTH, 1 + 2 * types)
        self.judge = nn.Sequential(
            nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, outputs)
        )
        self.dropout = nn.Dropout(dropout)
        for table in (self.cases, self.grammar, self.kinds, self.states, self.borders):
            nn.init.normal_(table.weight, std=0.02)
        nn.init.constant_(self.judge[3].bias, -2.0)

    def text(self, ids: Tensor, cases: Tensor, grammar: Tensor) -> Tensor:
        """Return what goes into the first layer for the pieces of the text, each (batch, length)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        return self.norm(
            self.words(ids) + self.positions(places) + self.segment + self.cases(cases) + self.grammar(grammar)
        )

    def markers(self, places: Tensor, kinds: Tensor, states: Tensor) -> Tensor:
        """Return what goes in for markers: (batch, 4·pairs) each, four that belong together side by side."""
        borders = torch.arange(places.shape[1], device=places.device) % 4
        sum_ = self.positions(places) + self.segment + self.kinds(kinds) + self.states(states) + self.borders(borders)
        return self.norm(sum_)

    def forward(
        self, ids: Tensor, cases: Tensor, grammar: Tensor, valid: Tensor, places: Tensor, kinds: Tensor, states: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return the logits of tags (batch, length, tags) and of pairs (batch, pairs, outputs)."""
        length, count = ids.shape[1], places.shape[1]
        hidden = self.dropout(torch.cat([self.text(ids, cases, grammar), self.markers(places, kinds, states)], 1))
        mask = _mask(valid, count)
        for layer in self.layers:
            hidden = layer(hidden, mask)
        tags = self.tagger(self.dropout(hidden[:, :length]))
        ends = hidden[:, length:].reshape(ids.shape[0], count // 4, 4 * WIDTH)
        return tags, self.judge(self.dropout(ends))


def _mask(valid: Tensor, count: int) -> Tensor:
    """Return what is added to attention: text sees valid text, a marker also the three beside it."""
    batch, length = valid.shape
    total = length + count
    allowed = torch.zeros(batch, total, total, dtype=torch.bool, device=valid.device)
    allowed[:, :, :length] = valid[:, None, :]
    group = torch.arange(count, device=valid.device) // 4
    allowed[:, length:, length:] = group[:, None] == group[None, :]
    return torch.zeros(allowed.shape, device=valid.device).masked_fill(~allowed, -1e4)[:, None]


def pretrained(weights: dict[str, Tensor], rows: list[int], types: int, outputs: int, layers: int = 6) -> Network:
    """Return the network with the weights of a BERT; `rows` are the rows of its vocabulary to keep."""
    network = Network(len(rows), types, outputs, layers)
    own = dict(network.named_parameters())
    with torch.no_grad():
        own["words.weight"].copy_(weights["embeddings.word_embeddings.weight"][rows])
        own["positions.weight"].copy_(weights["embeddings.position_embeddings.weight"])
        own["segment"].copy_(weights["embeddings.token_type_embeddings.weight"][0])
        _copy(own, "norm", weights, "embeddings.LayerNorm")
        for number in range(layers):
            old, new = f"encoder.layer.{number}", f"layers.{number}"
            for part in ("weight", "bias"):
                three = [weights[f"{old}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                own[f"{new}.qkv.{part}"].copy_(torch.cat(three))
            _copy(own, f"{new}.out", weights, f"{old}.attention.output.dense")
            _copy(own, f"{new}.norm1", weights, f"{old}.attention.output.LayerNorm")
            _copy(own, f"{new}.up", weights, f"{old}.intermediate.dense")
            _copy(own, f"{new}.down", weights, f"{old}.output.dense")
            _copy(own, f"{new}.norm2", weights, f"{old}.output.LayerNorm")
    return network


def _copy(own: dict[str, nn.Parameter], name: str, weights: dict[str, Tensor], old: str) -> None:
    for part in ("weight", "bias"):
        own[f"{name}.{part}"].copy_(weights[f"{old}.{part}"])
