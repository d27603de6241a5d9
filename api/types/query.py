"""All questions together, and the one about the service itself."""

from __future__ import annotations

from importlib.metadata import version

import strawberry
from strawberry.types import Info

from api.request import Request
from api.types.advising import AdviceQueries
from api.types.common import Role
from api.types.describing import resolver
from api.types.facilitating import FacilitatorQueries
from api.types.invitations import InvitationQueries
from api.types.kinds import KindQueries
from api.types.ledger import LedgerQueries
from api.types.loads import LoadQueries
from api.types.looking import LookQueries
from api.types.matches import MatchQueries
from api.types.trails import TrailQueries
from api.types.values import ValueQueries


@strawberry.type(description="The service as you meet it.")
class Service:
    """The service as it is met."""

    request: strawberry.Private[Request]

    @resolver("Of the product.")
    def version(self) -> str:
        """Return the version."""
        return version("wijkweb")

    @resolver("Revision of the data; opaque, compare for equality only.")
    def revision(self) -> str:
        """Return the revision of the data as of now, whatever day the request is about."""
        with self.request.site.network.view(self.request.viewer) as view:
            return str(view.revision)

    @resolver("Your role.")
    def role(self) -> Role:
        """Return the role."""
        return Role(self.request.viewer.role.value)

    @resolver("Most points that a request may cost.")
    def cost_limit(self) -> int:
        """Return the limit on cost."""
        return self.request.limits.cost

    @resolver("How deep a request may nest, inline fragments counted too.")
    def depth_limit(self) -> int:
        """Return the limit on depth."""
        return self.request.limits.depth


@strawberry.type(description="All questions.")
class Query(
    KindQueries,
    LookQueries,
    AdviceQueries,
    FacilitatorQueries,
    InvitationQueries,
    TrailQueries,
    ValueQueries,
    LedgerQueries,
    MatchQueries,
    LoadQueries,
):
    """All questions."""

    @resolver("The service and you.")
    def service(self, info: Info[Request, None]) -> Service:
        """Return the service as it is met."""
        return Service(request=info.context)
